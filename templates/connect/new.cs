<?cs include:"layout.cs" ?>
<?cs include:"part/basics.cs" ?>
<?cs include:"part/connect.cs" ?>
<?cs set:Page.focus = "name" ?>
<?cs call:behind_open("Add Connection") ?>
<?cs call:script("back_title") ?>
<?cs call:app_close() ?>
<dialog id="add-connection" class="w-m" open aria-modal="true" aria-labelledby="add-connection-title">
<?cs call:form_open("add-connection-form", "", "/connect/" + Customer.id + "/new") ?>
<?cs if:Before.id ?><button class="vh" disabled tabindex="-1" aria-hidden="true"></button><?cs else ?>
<button class="vh" tabindex="-1" aria-hidden="true">Save and Close</button><?cs /if ?>
<header class="d-head"><h2 id="add-connection-title">Add Connection</h2><?cs call:connect_close() ?></header>
<div class="d-body">
<?cs if:Before.id ?>
<div class="notice notice-warn" role="alert" tabindex="-1" id="connect-errors" autofocus data-unsaved>
<?cs call:icon("alert") ?>
<p><strong>This was saved already, as <a href="<?cs var:Page.base ?>/customer/<?cs var:Before.id ?>/details">customer <?cs var:Before.id ?></a>
 (<?cs var:Before.at ?>).</strong> What you changed since is still here and not saved yet. Change that customer, or add another one.</p>
</div>
<?cs /if ?>
<?cs call:connect_errors() ?>
<p class="muted">New customer, connected to <?cs var:Customer.name ?></p>
<?cs if:Customer.customer_type == "business" ?>
<div class="fields"><?cs call:basics_required("name", "individual") ?></div>
<?cs else ?>
<?cs call:toggle(Form.customer_type) ?>
<div class="fields"><?cs call:basics_required("name", "") ?></div>
<?cs /if ?>
<div class="fields"><?cs call:connect_kind() ?><?cs call:connect_titles() ?></div>
<fieldset class="field">
<legend>Same Contact Information</legend>
<div class="toggle"><label><input type="radio" name="same_contact" value="1"<?cs if:!Form.different_contact ?> checked<?cs /if ?>>Yes</label><label><input
type="radio" name="same_contact" value="0"<?cs if:Form.different_contact ?> checked<?cs /if ?>>No</label></div>
</fieldset>
<p class="hint">Yes copies all addresses, phone numbers and e-mail addresses of <?cs var:Customer.name ?>
 to the new customer<?cs if:Customer.phone || Customer.primary_email || Customer.primary_address ?>, first of all <?cs if:Customer.primary_address ?>
<?cs var:Customer.primary_address ?><?cs if:Customer.phone || Customer.primary_email ?>; <?cs /if ?><?cs /if ?><?cs if:Customer.phone ?>
<?cs var:Customer.phone ?><?cs if:Customer.primary_email ?>; <?cs /if ?><?cs /if ?><?cs var:Customer.primary_email ?>
<?cs /if ?>. No leaves them empty, to be added later under Details.</p>
</div>
<footer class="d-foot">
<?cs call:connect_cancel() ?>
<a class="btn btn-quiet" href="<?cs var:Page.base ?>/connect/<?cs var:Customer.id ?>" hx-get="<?cs var:Page.base ?>/connect/<?cs var:Customer.id ?>"
hx-target="#dialogs" hx-select="#add-connection"><?cs call:icon("left") ?>Back to search</a>
<button class="btn btn-primary end"><?cs if:Before.id ?>Add as another customer<?cs else ?>Save and Close<?cs /if ?></button>
</footer>
</form>
</dialog>
</body>
</html>
