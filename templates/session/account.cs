<?cs include:"layout.cs" ?>
<?cs call:page_open("My Account") ?>
<div class="page-head"><h1>My Account</h1></div>
<div class="cols">
<section class="card" aria-labelledby="profile-h">
<header><h2 id="profile-h">Profile</h2></header>
<dl class="pad facts">
<div><dt>Name</dt><dd><?cs var:Account.first_name ?> <?cs var:Account.last_name ?></dd></div>
<div><dt>User Name</dt><dd><?cs var:Account.user_name ?></dd></div>
<div><dt>Role</dt><dd><?cs var:Account.role ?></dd></div>
</dl>
</section>
<section class="card" aria-labelledby="password-h">
<header><h2 id="password-h">Password</h2></header>
<?cs call:form_open("change-password", "pad stack", "/session/account") ?>
<?cs call:errors() ?>
<input type="hidden" name="user_name_hint" autocomplete="username" value="<?cs var:Account.user_name ?>">
<?cs call:field(Form.password, "") ?>
<?cs call:field(Form.new_password, "") ?>
<p class="hint">At least 12 characters. Four words that do not belong together are safe and easy to keep in mind.</p>
<?cs call:field(Form.confirm_password, "") ?>
<div class="row"><button class="btn btn-primary">Save</button></div>
</form>
</section>
<?cs if:May.customer_see ?>
<section class="card" id="preferences" aria-labelledby="preferences-h">
<header><h2 id="preferences-h">Preferences</h2></header>
<?cs call:form_open("keep-preferences", "pad stack", "/session/preferences") ?>
<fieldset class="field">
<legend>Customer Search Filters</legend>
<div class="toggle"><label><input type="radio" name="simple_search" value="1"<?cs if:Account.simple_search == "1" ?> checked<?cs /if ?>>Yes</label><label><input
type="radio" name="simple_search" value="0"<?cs if:Account.simple_search != "1" ?> checked<?cs /if ?>>No</label></div>
<p class="hint">Yes: Customer Search starts with one search field. No: it starts with a field for each filter.</p>
</fieldset>
<div class="row"><button class="btn btn-primary">Save Preferences</button></div>
</form>
</section>
<?cs /if ?>
</div>
<?cs call:page_close() ?>
