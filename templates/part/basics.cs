<?cs # The fields of a customer, in the order of customer_fields[]: New Customer, Details and Add Connection draw them from
     here, so what is added to the table is on all of them. ?>

<?cs # A field on a page where the type can still be chosen: app.css shows those of the chosen one. ?>
<?cs def:of_type(f, wide) ?><?cs if:f.is == "business" ?><?cs call:drawn(f, "if-business " + wide) ?><?cs elif:f.is ?><?cs call:drawn(f, "if-person " + wide) ?>
<?cs else ?><?cs call:drawn(f, wide) ?><?cs /if ?><?cs /def ?>

<?cs # The fields of a PART, for a customer of TYPE; "" for one whose type can still be chosen. ?>
<?cs def:basics(part, type) ?><?cs each:f = Form ?><?cs if:f.part == part ?><?cs if:!type ?><?cs call:of_type(f, f.wide) ?><?cs elif:!f.is || f.is == type ?>
<?cs call:drawn(f, f.wide) ?><?cs /if ?><?cs /if ?><?cs /each ?><?cs /def ?>

<?cs # The same, but only what must be there, in one column each: for a small pop-up. ?>
<?cs def:basics_required(part, type) ?><?cs each:f = Form ?><?cs if:f.part == part && f.required ?><?cs if:!type ?><?cs call:of_type(f, "") ?>
<?cs elif:!f.is || f.is == type ?><?cs call:drawn(f, "") ?><?cs /if ?><?cs /if ?><?cs /each ?><?cs /def ?>

<?cs # What a form of a customer's fields moves by. ?>
<?cs def:customer_form_scripts() ?>
<?cs call:script("rows") ?>
<?cs call:script("primary") ?>
<?cs call:script("boxes") ?>
<?cs call:script("said") ?>
<?cs call:script("once") ?>
<?cs call:script("enter") ?>
<?cs call:script("tab") ?>
<?cs /def ?>

<?cs # A taxpayer number stands in the same field, under its own name. ?>
<?cs def:ssn_label() ?><label for="ssn" id="ssn-label"><?cs if:Ssn.itin == "1" ?>ITIN<?cs else ?>SSN<?cs /if ?></label><?cs /def ?>

<?cs # Typed, but not saved yet: dots whenever the field is left. A number typed before comes back as its mask. ?>
<?cs def:ssn_typed() ?>
<div class="field if-person ssn-field" id="ssn-field">
<?cs call:ssn_label() ?>
<input class="ssn" id="ssn" name="ssn" inputmode="numeric" autocomplete="section-customer text"
value="<?cs if:Form.ssn.kept ?><?cs var:Ssn.kept ?><?cs /if ?>"<?cs if:Form.ssn.noted ?><?cs call:described(Form.ssn) ?><?cs /if ?>>
<?cs if:Form.ssn.kept ?><input type="hidden" name="ssn_kept" value="<?cs var:Form.ssn.kept ?>"><p
class="hint">The number you typed is kept. Type over it to change it.</p><?cs /if ?>
<?cs call:field_notes(Form.ssn) ?>
</div>
<?cs /def ?>

<?cs def:cards(level) ?>
<?cs call:rows(Form.addresses, "Add address", level) ?>
<div class="cols">
<?cs call:rows(Form.phones, "Add phone number", level) ?>
<?cs call:rows(Form.emails, "Add email address", level) ?>
</div>
<?cs /def ?>
