<?cs include:"layout.cs" ?>
<?cs include:"part/summary.cs" ?>
<?cs include:"part/basics.cs" ?>
<?cs include:"part/social.cs" ?>
<?cs set:Page.tab = "details" ?>

<?cs # The number on file: shown for a minute, masked with a way to see it, or masked for good. ?>
<?cs def:ssn_on_file() ?>
<?cs if:Form.ssn.kept ?><?cs call:ssn_typed() ?>
<?cs elif:Ssn.lost ?>
<div class="field ssn-field" id="ssn-field">
<?cs call:ssn_label() ?>
<input id="ssn" value="On file" readonly aria-describedby="ssn-hint">
<p class="hint" id="ssn-hint">The number on file cannot be opened with the keys here. Tell your administrator; it is kept as it is.</p>
</div>
<?cs elif:Ssn.shown ?>
<div class="field ssn-field" id="ssn-field" data-seconds="<?cs var:Ssn.seconds ?>" data-seconds-most="<?cs var:Ssn.seconds_most ?>">
<?cs call:ssn_label() ?>
<input class="shown" id="ssn" name="ssn" value="<?cs var:Ssn.shown ?>" inputmode="numeric" autocomplete="section-customer text" aria-describedby="ssn-hint">
<p class="countdown" id="ssn-hint"><svg class="ring" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="8"
pathLength="<?cs var:Ssn.seconds_most ?>"/><circle class="run" cx="10" cy="10" r="8" pathLength="<?cs var:Ssn.seconds_most ?>"/></svg><span
role="timer">Hides in <b><?cs var:Ssn.seconds ?></b> s</span><button class="btn btn-quiet btn-add end" name="ssn_do" value="hide"
formaction="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/ssn" hx-post="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/ssn"
hx-target="#ssn-field" hx-select="#ssn-field" hx-swap="outerHTML"><?cs call:icon("eye-off") ?>Hide now</button></p>
<noscript><p class="hint">Save before then: this page is loaded anew to hide the number.</p></noscript>
<?cs call:field_notes(Form.ssn) ?>
</div>
<?cs elif:Ssn.masked && May.ssn_reveal ?>
<div class="field ssn-field" id="ssn-field">
<?cs call:ssn_label() ?>
<button class="box" id="ssn" aria-labelledby="ssn-label ssn" name="ssn_do" value="reveal"
formaction="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/ssn"
hx-post="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/ssn" hx-target="#ssn-field" hx-select="#ssn-field" hx-swap="outerHTML"
aria-describedby="ssn-hint"><span><?cs var:Ssn.masked ?></span><?cs call:icon("eye") ?></button>
<p class="hint" id="ssn-hint">Click to show for <?cs var:Ssn.seconds_most ?> seconds. Each view is logged.</p>
<?cs call:field_notes(Form.ssn) ?>
</div>
<?cs elif:Ssn.masked ?>
<div class="field ssn-field" id="ssn-field">
<?cs call:ssn_label() ?>
<input id="ssn" value="<?cs var:Ssn.masked ?>" readonly aria-describedby="ssn-hint">
<p class="hint" id="ssn-hint">On file. You do not have the right to see it.</p>
</div>
<?cs else ?><?cs call:ssn_typed() ?><?cs /if ?>
<?cs /def ?>

<?cs # What was taken from social media: each form here is its own, so what is typed above must be saved first. ?>
<?cs def:social_card() ?>
<?cs if:Lookup.on == "1" || subcount(Profiles) || subcount(Sources) || Customer.photo ?>
<section class="card" aria-labelledby="social-h">
<?cs call:script("ticks") ?>
<header><h2 id="social-h">Social Media</h2><?cs if:May.customer_edit && Lookup.on == "1" ?>
<div class="end"><?cs call:form_open("search-social", "", "/lookup/" + Customer.id + "/order") ?>
<button class="btn" hx-post="<?cs var:Page.base ?>/lookup/<?cs var:Customer.id ?>/order" hx-target="#dialogs" hx-select="#social"><?cs call:icon("globe") ?>
Search Social Media</button></form></div><?cs /if ?></header>
<div class="pad stack">
<?cs if:Customer.photo ?><?cs call:form_open("photo", "row", "/customer/" + Customer.id + "/photo") ?><span>Profile image</span><?cs if:May.customer_edit ?>
<button class="btn btn-quiet end"><?cs call:icon("x") ?>Remove Profile Image</button><?cs /if ?></form><?cs /if ?>
<?cs if:subcount(Profiles) ?><?cs call:form_open("profiles", "", "/customer/" + Customer.id + "/profile") ?>
<ul class="list"><?cs each:one = Profiles ?><li><?cs call:icon("globe") ?><span><?cs var:one.label ?> <?cs call:profile_link(one) ?>
</span><span class="hint">found by <?cs var:one.source ?></span><?cs if:May.customer_edit ?>
<button class="btn btn-quiet btn-icon end" name="profile" value="<?cs var:one.service ?> <?cs var:one.handle ?>"
aria-label="Remove <?cs var:one.label ?> <?cs var:one.handle ?>"><?cs call:icon("x") ?></button><?cs /if ?></li><?cs /each ?></ul>
</form><?cs /if ?>
<?cs if:subcount(Sources) ?><p class="hint"><?cs each:one = Sources ?><?cs var:one.label ?>: from <?cs var:one.source ?>, <?cs var:one.accepted_shown ?>
. <?cs /each ?></p><?cs /if ?>
<?cs if:!Customer.photo && !subcount(Profiles) && !subcount(Sources) ?><p class="muted">Nothing taken from social media yet.</p><?cs /if ?>
</div>
</section>
<?cs /if ?>
<?cs /def ?>

<?cs call:page_open("Customer Detail") ?>
<?cs call:summary() ?>
<?cs call:customer_form_scripts() ?>
<?cs if:May.ssn_reveal ?><?cs call:script("ssn") ?><?cs /if ?>
<div class="tabs-row">
<?cs call:tabs() ?>
<?cs if:May.customer_edit ?><a class="btn btn-quiet" href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview">Cancel</a>
<button class="btn btn-primary" form="details">Save</button><?cs /if ?>
</div>
<?cs call:form_open("details", "stack", "/customer/" + Customer.id + "/details") ?>
<button class="vh" tabindex="-1" aria-hidden="true">Save</button>
<input type="hidden" name="row_version" value="<?cs var:Form.row_version ?>">
<input type="hidden" name="was" value="<?cs var:Form.was ?>">
<?cs if:Stale.who ?>
<div class="notice notice-warn" role="alert" tabindex="-1" id="errors" autofocus data-unsaved>
<?cs call:icon("alert") ?>
<div><p><strong>Not saved yet: <?cs var:Stale.who ?> changed this record while you were editing<?cs if:Stale.fields ?> (<?cs var:Stale.fields ?>)<?cs /if ?>
.</strong> What only one of you changed is in the form already. Where you both changed the same, choose which counts and save again:</p>
<ul><?cs each:error = Form.errors ?><li><a href="#<?cs var:error.at ?>"><?cs var:error.message ?></a></li><?cs /each ?></ul></div>
</div>
<?cs else ?><?cs call:errors() ?><?cs /if ?>
<section class="card" aria-labelledby="basic-h">
<header><h2 id="basic-h">Basic Information</h2><span class="hint opt">Changed: <?cs var:Customer.changed_shown ?>, by <?cs var:Customer.changed_by_name ?>
</span><div class="end"><?cs call:select_primary() ?></div></header>
<div class="pad stack">
<div class="fields">
<div class="field"><label for="number">Customer Number</label><input id="number" value="<?cs var:Customer.id ?>" readonly></div>
<div class="field"><label for="customer_type">Customer Type</label><input id="customer_type" value="<?cs var:Customer.type_label ?>" readonly></div>
<?cs call:basics("who", Customer.customer_type) ?>
</div>
<div class="fields"><?cs call:basics("name", Customer.customer_type) ?></div>
<?cs if:Customer.customer_type != "business" ?>
<div class="fields"><?cs call:basics("person", Customer.customer_type) ?><?cs call:ssn_on_file() ?></div>
<div class="fields"><?cs call:basics("work", Customer.customer_type) ?></div>
<?cs /if ?>
</div>
</section>
<?cs call:cards("2") ?>
</form>
<?cs call:social_card() ?>
<?cs call:page_close() ?>
