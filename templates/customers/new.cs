<?cs include:"layout.cs" ?>
<?cs include:"part/basics.cs" ?>
<?cs set:Page.on_search = "1" ?>
<?cs set:Page.focus = "name" ?>
<?cs def:before_details() ?><?cs var:Page.base ?>/customer/<?cs var:Before.id ?>/details<?cs /def ?>
<?cs # The form was sent before, with other words. ENTER adds nobody a second time. row_version: as it was added. ?>
<?cs def:save_to_before() ?>
<button class="vh" formaction="<?cs call:before_details() ?>" tabindex="-1" aria-hidden="true">Save what you changed to <?cs var:Before.id ?></button>
<input type="hidden" name="before" value="<?cs var:Before.id ?>"><input type="hidden" name="row_version" value="1">
<?cs /def ?>
<?cs call:behind_open("New Customer") ?>
<?cs call:customer_form_scripts() ?>
<div class="page-head"><h1>Customer Search</h1></div>
<?cs call:app_close() ?>
<dialog id="new-customer" class="w-l" open aria-modal="true" aria-labelledby="new-customer-title">
<?cs call:form_open("new-customer-form", "", "/customers/new") ?>
<?cs if:Before.id ?><?cs call:save_to_before() ?><?cs else ?>
<button class="vh" name="save" value="view" tabindex="-1" aria-hidden="true">Save and View Customer</button><?cs /if ?>
<?cs if:Find.sealed ?><input type="hidden" name="find" value="<?cs var:Find.sealed ?>"><?cs /if ?>
<header class="d-head">
<h2 id="new-customer-title">New Customer</h2>
<div class="row end">
<?cs call:select_primary() ?>
<a class="btn btn-quiet btn-icon" data-close href="<?cs var:Page.base ?>/customers<?cs if:Find.sealed ?>?find=<?cs var:Find.sealed ?><?cs /if ?>"
aria-label="Close"><?cs call:icon("x") ?></a>
</div>
</header>
<div class="d-body">
<?cs if:Before.id ?>
<div class="notice notice-warn" role="alert" tabindex="-1" id="errors" autofocus data-unsaved>
<?cs call:icon("alert") ?>
<p><strong>This was saved already, as <a href="<?cs var:Page.base ?>/customer/<?cs var:Before.id ?>/overview">customer <?cs var:Before.id ?></a><?cs
if:Before.at ?> (<?cs var:Before.at ?>)<?cs /if ?>.</strong> What you changed since is still here and not saved yet.
Save it to that customer, or add it as another one.</p>
</div>
<?cs /if ?>
<?cs call:errors() ?>
<section class="part" aria-labelledby="new-customer-title">
<div class="fields">
<?cs call:toggle(Form.customer_type) ?>
<?cs call:basics("who", "") ?>
</div>
<div class="fields"><?cs call:basics("name", "") ?></div>
<div class="fields if-person">
<?cs call:basics("person", "") ?>
<?cs call:ssn_typed() ?>
</div>
</section>
<?cs call:cards("3") ?>
</div>
<footer class="d-foot">
<a class="btn btn-quiet" data-close href="<?cs var:Page.base ?>/customers<?cs if:Find.sealed ?>?find=<?cs var:Find.sealed ?><?cs /if ?>">Cancel</a>
<?cs if:Before.id ?>
<button class="btn end" name="save" value="view">Add as another customer</button>
<button class="btn btn-primary" formaction="<?cs call:before_details() ?>">Save what you changed to <?cs var:Before.id ?></button>
<?cs else ?>
<button class="btn end" name="save" value="continue">Save and Continue</button>
<button class="btn btn-primary" name="save" value="view">Save and View Customer</button>
<?cs /if ?>
</footer>
</form>
</dialog>
</body>
</html>
