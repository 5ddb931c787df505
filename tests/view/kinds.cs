<?cs # Draws what no page of the site needs yet, for tests/view/fields.c: two forms, kinds of field, rows with ids. ?>
<?cs include:"layout.cs" ?>
<?cs call:errors() ?>
<?cs each:f = Form.buyer ?><?cs if:f.part == "deal" ?><?cs call:drawn(f, "") ?><?cs /if ?><?cs /each ?>
<?cs call:rows(Form.buyer.vehicles, "Add vehicle", "2") ?>
<?cs call:drawn(Form.seller.price, "") ?>
