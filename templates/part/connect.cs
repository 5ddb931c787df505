<?cs # What both steps of Add Connection share. They lie over Details. ?>
<?cs set:Page.at = "connect-" ?>
<?cs def:connect_close() ?><a class="btn btn-quiet btn-icon end" data-close href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview"
aria-label="Close"><?cs call:icon("x") ?></a><?cs /def ?>

<?cs def:connect_cancel() ?><a class="btn btn-quiet" data-close href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview">Cancel</a><?cs /def ?>

<?cs def:connect_errors() ?>
<?cs if:Error.sentence ?><div class="notice notice-bad" role="alert" tabindex="-1" id="<?cs var:Page.at ?>errors" autofocus
 data-unsaved><?cs call:icon("alert") ?>
<p><strong>Not saved yet.</strong> <?cs var:Error.sentence ?></p></div><?cs else ?><?cs call:errors() ?><?cs /if ?>
<?cs /def ?>

<?cs # Titles of relatives are offered; for the other record what the one here is called the other way round (back_title.js). ?>
<?cs def:connect_title(f, list, hint) ?>
<div class="field">
<div class="label"><label for="<?cs call:id(f) ?>"><?cs var:f.label ?></label></div><input id="<?cs call:id(f) ?>" name="<?cs var:f.at ?>" type="text"
list="<?cs var:list ?>" autocomplete="section-customer text" value="<?cs var:f.text ?>" aria-describedby="<?cs call:id(f) ?>-hint<?cs if:f.error ?>
 <?cs call:id(f) ?>-error<?cs /if ?>"<?cs if:f.error ?> aria-invalid="true"<?cs /if ?>>
<p class="hint" id="<?cs call:id(f) ?>-hint"><?cs var:hint ?></p>
<?cs if:f.noted ?><?cs call:field_notes(f) ?><?cs /if ?>
</div>
<?cs /def ?>

<?cs # With a business the title is the job, on both records. ?>
<?cs def:connect_titles() ?>
<?cs if:Customer.customer_type == "business" ?><?cs call:field(Form.title, "") ?><?cs else ?>
<?cs call:connect_title(Form.title, "titles", "What they are to " + Customer.name + ", such as mother.") ?>
<?cs call:connect_title(Form.other_title, "back-titles", "What " + Customer.name + " is to them, such as son.") ?>
<datalist id="titles"><?cs each:one = Titles ?><option value="<?cs var:one.title ?>" data-back="<?cs var:one.back ?>"></option><?cs /each ?></datalist>
<datalist id="back-titles" data-back-titles></datalist>
<?cs /if ?>
<?cs /def ?>

<?cs # Blank until chosen, unless something is chosen already. ?>
<?cs def:connect_kind() ?>
<div class="field">
<label for="<?cs var:Page.at ?>relationship">Relationship Type</label>
<select id="<?cs var:Page.at ?>relationship" name="relationship" required<?cs if:Form.relationship.noted ?><?cs call:described(Form.relationship) ?><?cs /if ?>
><?cs if:!Form.relationship.chosen ?><option value=""></option><?cs /if ?><?cs each:term = Form.relationship.choices ?>
<option value="<?cs var:term.code ?>"<?cs if:term.on ?> selected<?cs /if ?>><?cs var:term.label ?></option><?cs /each ?></select>
<?cs call:field_notes(Form.relationship) ?>
</div>
<?cs /def ?>
