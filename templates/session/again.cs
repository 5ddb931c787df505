<?cs include:"layout.cs" ?>
<?cs # The session has ended while a form was open: its words are in this page and are carried out after signing in. ?>
<?cs call:lone_open("Sign in again") ?>
<?cs call:script("guard") ?>
<form id="again" class="card pad stack" method="post" novalidate data-unsaved>
<?cs call:kept() ?>
<h1>Sign in again to save</h1>
<div class="notice" role="status"><p><b>Nothing you typed was lost.</b> You were signed out after a while without a click. What you typed is kept in this page
and is saved as soon as you sign in.</p></div>
<?cs call:field(Form.user_name, "") ?>
<?cs call:field(Form.password, "") ?>
<button class="btn btn-primary">Sign in</button>
</form>
<?cs call:lone_close() ?>
