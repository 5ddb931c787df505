<?cs include:"layout.cs" ?>
<?cs include:"part/basics.cs" ?>
<?cs set:Page.on_search = "1" ?>
<?cs set:Page.focus = "name" ?>
<?cs call:behind_open("New Customer") ?>
<?cs call:customer_form_scripts() ?>
<div class="page-head"><h1>Customer Search</h1></div>
<?cs call:app_close() ?>
<dialog id="new-customer" class="w-l" open aria-modal="true" aria-labelledby="new-customer-title">
<?cs call:form_open("new-customer-form", "", "/customers/new") ?>
<button class="vh" name="save" value="view" tabindex="-1" aria-hidden="true">Save and View Customer</button>
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
<button class="btn end" name="save" value="continue">Save and Continue</button>
<button class="btn btn-primary" name="save" value="view">Save and View Customer</button>
</footer>
</form>
</dialog>
</body>
</html>
