<?cs include:"layout.cs" ?>
<?cs include:"part/lookup.cs" ?>
<?cs call:behind_open("Social Media Information") ?>
<?cs call:script("one_of") ?>
<?cs call:app_close() ?>
<dialog id="social" class="w-m" open aria-modal="true" aria-labelledby="social-title">
<div hx-get="<?cs var:Page.base ?>/lookup/<?cs var:Customer.id ?>/found<?cs if:Lookup.back ?>?back=search<?cs /if ?>" hx-trigger="load" hx-target="#social"
hx-select="#social > *" hx-swap="innerHTML">
<?cs call:lookup_head() ?>
<div class="d-body">
<div role="status" class="stack">
<p>Searching the web for <strong><?cs var:Lookup.emails ?></strong></p>
<progress aria-label="Search progress"></progress>
</div>
<p class="hint">The customer is saved. You can go on working: Cancel, and the results wait in the record.</p>
<noscript><p><a href="<?cs var:Page.base ?>/lookup/<?cs var:Customer.id ?>/found<?cs if:Lookup.back ?>?back=search<?cs /if ?>">Show what was
found</a></p></noscript>
</div>
<footer class="d-foot"><?cs call:lookup_cancel() ?></footer>
</div>
</dialog>
</body>
</html>
