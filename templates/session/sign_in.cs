<?cs include:"layout.cs" ?>
<?cs call:lone_open("Sign in") ?>
<?cs call:form_open("sign-in", "card pad stack", "/session") ?>
<h1>Sign in</h1>
<?cs if:Next ?><input type="hidden" name="next" value="<?cs var:Next ?>"><?cs /if ?>
<?cs call:field(Form.user_name, "") ?>
<?cs call:field(Form.password, "") ?>
<button class="btn btn-primary">Sign in</button>
<p class="hint">Forgot your password? Your administrator can give you a new one.</p>
</form>
<?cs call:lone_close() ?>
