<?cs include:"layout.cs" ?>
<?cs include:"part/lookup.cs" ?>
<?cs call:lookup_open() ?>
<?cs call:form_open("social-form", "", "/lookup/" + Customer.id + "/order") ?>
<?cs call:lookup_back() ?>
<?cs call:lookup_head() ?>
<div class="d-body">
<?cs if:Lookup.emails ?><div class="notice" role="status"><?cs call:icon("info") ?>
<p><?cs if:Lookup.known ?>What was found for <strong><?cs var:Lookup.emails ?></strong> is in the record already. Try another address or leave it.<?cs else ?>
No social media information was found for <strong><?cs var:Lookup.emails ?></strong>. The customer is saved; try another address or leave
it.<?cs /if ?></p></div><?cs /if ?>
<?cs call:lookup_late() ?>
<div class="field">
<label for="social-email">Email Address</label>
<input id="social-email" name="email" type="email" data-asks autocomplete="section-customer text" autocapitalize="none"
value="<?cs if:Lookup.typed ?><?cs var:Lookup.typed ?><?cs else ?><?cs var:Lookup.emails ?><?cs /if ?>"<?cs if:Lookup.error ?> aria-invalid="true"
aria-describedby="social-email-error" autofocus<?cs /if ?>>
<?cs if:Lookup.error ?><p class="error" id="social-email-error"><?cs call:icon("alert") ?> <?cs var:Lookup.error ?></p><?cs /if ?>
</div>
</div>
<footer class="d-foot">
<?cs call:lookup_cancel() ?>
<button class="btn btn-primary end"<?cs call:lookup_in_place("/order") ?>><?cs call:icon("globe") ?>Search Web</button>
</footer>
</form>
<?cs call:lookup_close() ?>
