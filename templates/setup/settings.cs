<?cs include:"layout.cs" ?>
<?cs set:Page.area = "setup" ?>
<?cs call:page_open("Setup") ?>
<div class="page-head"><h1>Setup</h1></div>
<?cs call:form_open("settings", "stack", "/setup") ?>
<input type="hidden" name="was" value="<?cs var:Form.was ?>">
<?cs call:errors() ?>
<section class="card" aria-labelledby="social-h">
<header><h2 id="social-h">Social Media</h2></header>
<div class="pad stack">
<?cs call:toggle(Form.access_social_media) ?>
<p class="hint">Yes: after a customer with an e-mail address is saved, the providers below are asked what that person shows in public. They are told the e-mail
address or its hash and nothing else. No: nobody is asked, for all employees.</p>
<fieldset class="field">
<legend>Providers</legend>
<div class="row"><?cs call:boxes_posted(Form.social_providers) ?><?cs each:term = Form.social_providers.choices ?>
<label class="tick"><input type="checkbox" name="social_providers" value="<?cs var:term.code ?>"<?cs if:term.on ?> checked<?cs /if ?>
><span><?cs var:term.label ?></span></label><?cs /each ?></div><?cs call:field_notes(Form.social_providers) ?>
<?cs if:Lookup.keyless ?><p class="hint">Not asked for want of a key in upcard.conf: <?cs var:Lookup.keyless ?>.</p><?cs /if ?>
<?cs if:Page.demo ?><p class="hint">demo look-ups: a stand-in answers in place of the real services.</p><?cs /if ?>
</fieldset>
<?cs call:field(Form.placeholders, "") ?>
<p class="hint">Addresses typed for want of one, such as none@*, and the dealership's own, such as *@hillside-motors.com. Nobody is asked about them. Blanks
between; * stands for anything.</p>
<div class="row"><button class="btn btn-primary">Save</button></div>
</div>
</section>
</form>
<?cs call:page_close() ?>
