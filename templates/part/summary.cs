<?cs include:"part/contact.cs" ?>
<?cs # What stands on top of every page of a record: the way back, the Customer Summary card, the button bar. ?>
<?cs def:add_connection(class) ?><button class="<?cs var:class ?>" form="open-connect" hx-get="<?cs var:Page.base ?>/connect/<?cs var:Customer.id ?>"
hx-target="#dialogs" hx-select="#add-connection"><?cs call:icon("plus") ?>Add Connection</button><?cs /def ?>

<?cs def:summary() ?>
<?cs if:!Page.behind ?><?cs call:pop_ups() ?><?cs if:May.customer_edit ?><?cs call:script("enter") ?><?cs call:script("back_title") ?><?cs /if ?><?cs /if ?>
<div class="page-head no-print">
<a class="row" href="<?cs var:Page.base ?>/customers<?cs if:Page.find ?>?find=<?cs var:Page.find ?><?cs /if ?>"><?cs call:icon("left") ?>Customer Search</a>
<?cs if:May.customer_status ?><div class="row end"><?cs call:form_open("status", "", "/customer/" + Customer.id + "/status") ?>
<?cs if:Customer.inactive == "1" ?><button class="btn" name="inactive" value="0"><?cs call:icon("check") ?>Set Active</button><?cs else ?>
<button class="btn" name="inactive" value="1"><?cs call:icon("archive") ?>Set Inactive</button><?cs /if ?></form></div><?cs /if ?>
</div>
<?cs if:!Page.behind && May.customer_edit && Lookup.on && Customer.lookup && Customer.lookup != "done" ?>
<?cs call:lookup_notice(Customer.id, Customer.lookup, "") ?><?cs /if ?>
<section class="card summary" aria-label="Customer Summary">
<div class="who pad">
<?cs if:Customer.photo ?><img class="avatar" src="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/photo?v=<?cs var:Customer.photo ?>"
alt="Profile image of <?cs var:Customer.name ?>" width="56" height="56"><?cs else ?><span class="avatar" aria-hidden="true"><?cs var:Customer.initials ?>
</span><?cs /if ?>
<div class="stack tight"><?cs call:name_line("1") ?><?cs call:reach("reach") ?></div>
</div>
<div class="pad">
<div class="row"><h2>Connections</h2><?cs if:May.customer_edit ?><?cs call:pop_up_form("open-connect", "/connect/" + Customer.id, "") ?>
<?cs call:add_connection("btn btn-quiet btn-add end no-print") ?><?cs /if ?></div>
<ul class="list">
<?cs each:other = Connections ?><li><a class="name" href="<?cs var:Page.base ?>/customer/<?cs var:other.id ?>/overview"><?cs var:other.name ?>
</a><span class="muted"><?cs var:other.relationship_label ?><?cs if:other.title_said ?>, <?cs var:other.title_said ?><?cs /if ?>
</span><?cs if:other.is_primary == "1" ?><span class="chip chip-on">Primary Contact</span><?cs /if ?><?cs
if:other.inactive == "1" ?><span class="chip chip-warn">Inactive</span><?cs /if ?>
</li><?cs /each ?>
<?cs if:Customer.more_connections ?><li><a href="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>">all <?cs var:Customer.connections ?>
</a></li><?cs /if ?>
<?cs if:!subcount(Connections) ?><li class="muted">None yet.</li><?cs /if ?>
</ul>
</div>
</section>
<?cs /def ?>

<?cs def:tab(address, path, title, picture) ?><a href="<?cs var:Page.base ?><?cs var:address ?>"<?cs if:Page.tab == path ?> aria-current="page"<?cs /if ?>
><?cs call:icon(picture) ?><?cs var:title ?></a><?cs /def ?>

<?cs def:tabs() ?>
<nav class="tabs" aria-label="Customer record"><?cs call:tab("/customer/" + Customer.id + "/overview", "overview", "Overview", "gauge") ?>
<?cs call:tab("/customer/" + Customer.id + "/details", "details", "Details", "user") ?>
<?cs call:tab("/connections/" + Customer.id, "connections", "Connections", "users") ?></nav>
<?cs /def ?>
