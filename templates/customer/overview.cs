<?cs include:"layout.cs" ?>
<?cs include:"part/summary.cs" ?>
<?cs include:"part/social.cs" ?>
<?cs set:Page.tab = "overview" ?>
<?cs call:page_open(Customer.name) ?>
<?cs call:summary() ?>
<div class="tabs-row"><?cs call:tabs() ?></div>
<div class="cols cols-main">
<section class="card" aria-labelledby="facts-h">
<header><h2 id="facts-h">Contact</h2><a class="end" href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/details">Edit in Details</a></header>
<dl class="pad facts">
<div><dt>Customer Number</dt><dd><?cs var:Customer.id ?></dd></div>
<?cs each:row = Form.phones.rows ?><div><dt>Phone, <?cs var:row.title ?></dt><dd><?cs var:row.number.text ?>
<?cs if:row.primary ?> <span class="chip chip-on">Primary</span><?cs /if ?></dd></div><?cs /each ?>
<?cs each:row = Form.emails.rows ?><div><dt>Email, <?cs var:row.title ?></dt><dd><?cs var:row.address.text ?>
<?cs if:row.primary ?> <span class="chip chip-on">Primary</span><?cs /if ?></dd></div><?cs /each ?>
<?cs each:row = Form.addresses.rows ?><div><dt>Address, <?cs var:row.title ?></dt><dd><?cs var:row.street.text ?>
<?cs if:row.street.text && row.city.text ?>, <?cs /if ?><?cs var:row.city.text ?><?cs
if:row.city.text && row.state.text ?>,<?cs /if ?> <?cs var:row.state.text ?> <?cs var:row.zip.text ?>
<?cs if:row.primary ?> <span class="chip chip-on">Primary</span><?cs /if ?></dd></div><?cs /each ?>
<?cs if:Customer.company || Customer.job_title ?><div><dt>Work</dt><dd><?cs var:Customer.job_title ?>
<?cs if:Customer.company && Customer.job_title ?>, <?cs /if ?><?cs var:Customer.company ?></dd></div><?cs /if ?>
<?cs each:one = Profiles ?><div><dt><?cs var:one.label ?></dt><dd><?cs call:profile_link(one) ?></dd></div><?cs /each ?>
</dl>
</section>
<section class="card" aria-labelledby="history-h">
<header><h2 id="history-h">Customer History</h2></header>
<ol class="timeline">
<?cs each:event = History ?><li><?cs call:icon(event.icon) ?><p><?cs var:event.what ?><?cs if:event.fields ?>: <?cs var:event.fields ?><?cs /if ?>
</p><p class="hint"><?cs var:event.shown_at ?><?cs if:event.who ?> by <?cs var:event.who ?><?cs /if ?></p></li><?cs /each ?>
</ol>
</section>
</div>
<?cs call:page_close() ?>
