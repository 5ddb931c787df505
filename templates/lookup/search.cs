<?cs include:"layout.cs" ?>
<?cs include:"part/lookup.cs" ?>
<?cs call:lookup_open() ?>
<div>
<?cs call:lookup_head() ?>
<div class="d-body">
<?cs # It changes what is known of the customer, so it is a form; a script sends it when it has arrived. ?>
<?cs call:ask_open("social-search", "", "/lookup/" + Customer.id + "/found") ?>
<button class="vh" tabindex="-1" aria-hidden="true"<?cs call:lookup_in_place("/found") ?> hx-trigger="load">Search Web</button>
<?cs call:lookup_back() ?>
</form>
<div role="status" class="stack scripted">
<p>Searching the web for <strong><?cs var:Lookup.emails ?></strong></p>
<progress aria-label="Search progress"></progress>
</div>
<noscript><p>Search Web looks for what <strong><?cs var:Lookup.emails ?></strong> shows in public. It takes a few seconds.</p></noscript>
<p class="hint">The customer is saved. You can go on working: Cancel, and the results wait in the record.</p>
</div>
<footer class="d-foot"><?cs call:lookup_cancel() ?>
<noscript><button class="btn btn-primary end" form="social-search"><?cs call:icon("globe") ?>Search Web</button></noscript></footer>
</div>
<?cs call:lookup_close() ?>
