<?cs # What both steps of Add Connection share. ?>
<?cs def:connect_close() ?><a class="btn btn-quiet btn-icon end" data-close href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview"
aria-label="Close"><?cs call:icon("x") ?></a><?cs /def ?>

<?cs def:connect_cancel() ?><a class="btn btn-quiet" data-close href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview">Cancel</a><?cs /def ?>

<?cs def:connect_errors() ?>
<?cs if:Error.sentence ?><div class="notice notice-bad" role="alert" tabindex="-1" id="errors" autofocus data-unsaved><?cs call:icon("alert") ?>
<p><strong>Not saved yet.</strong> <?cs var:Error.sentence ?></p></div><?cs else ?><?cs call:errors() ?><?cs /if ?>
<?cs /def ?>

<?cs # Blank until chosen, unless something is chosen already. ?>
<?cs def:connect_kind() ?>
<div class="field">
<label for="relationship">Relationship Type</label>
<select id="relationship" name="relationship" required<?cs if:Form.relationship.noted ?><?cs call:described(Form.relationship) ?><?cs /if ?>
><?cs if:!Form.relationship.chosen ?><option value=""></option><?cs /if ?><?cs each:term = Form.relationship.choices ?>
<option value="<?cs var:term.code ?>"<?cs if:term.on ?> selected<?cs /if ?>><?cs var:term.label ?></option><?cs /each ?></select>
<?cs call:field_notes(Form.relationship) ?>
</div>
<?cs /def ?>
