<?cs # The fields of a customer, in the order of both forms: New Customer and Details. ?>
<?cs def:basics_names() ?>
<div class="fields">
<?cs call:field(Form.business_name, "if-business span-2") ?>
<?cs call:field(Form.first_name, "if-person") ?>
<?cs call:field(Form.middle_name, "if-person") ?>
<?cs call:field(Form.last_name, "if-person") ?>
<?cs call:field(Form.suffix, "if-person") ?>
</div>
<?cs /def ?>

<?cs def:basics_person() ?>
<?cs call:choice(Form.gender, "if-person") ?>
<?cs call:field(Form.date_of_birth, "if-person") ?>
<?cs call:choice(Form.marital_status, "if-person") ?>
<?cs /def ?>

<?cs # Typed, but not saved yet: dots whenever the field is left. A number typed before comes back as its mask. ?>
<?cs def:ssn_typed() ?>
<div class="field if-person ssn-field" id="ssn-field">
<label for="ssn">SSN</label>
<input class="ssn" id="ssn" name="ssn" inputmode="numeric" autocomplete="off" value="<?cs if:Form.ssn.kept ?><?cs var:Ssn.kept ?><?cs /if ?>"<?cs call:described(Form.ssn) ?>>
<?cs if:Form.ssn.kept ?><input type="hidden" name="ssn_kept" value="<?cs var:Form.ssn.kept ?>"><p class="hint">The number you typed is kept. Type over it to change it.</p><?cs /if ?>
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
