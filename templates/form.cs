<?cs # Forms. A field is drawn from its node below Form, which lib/view/form_view.c fills. Page.at: what the ids of a part begin with
     that lies over another form, or under one, so that every label finds its own field. ?>
<?cs def:id(f) ?><?cs var:Page.at ?><?cs var:f.at ?><?cs /def ?>

<?cs # A form that changes something: carries the token and the key that lets it be carried out once only.
     The caller closes it. ?>
<?cs def:form_open(id, class, action) ?>
<form id="<?cs var:id ?>" class="<?cs var:class ?>" method="post" action="<?cs var:Page.base ?><?cs var:action ?>" autocomplete="off" novalidate>
<?cs if:Page.token ?><input type="hidden" name="token" value="<?cs var:Page.token ?>">
<input type="hidden" name="once" value="<?cs var:Page.once ?>"><?cs /if ?>
<?cs /def ?>

<?cs # A form that only asks, in a POST so that personal words stay out of addresses. ?>
<?cs def:ask_open(id, class, action) ?>
<form id="<?cs var:id ?>" class="<?cs var:class ?>" role="search" method="post" action="<?cs var:Page.base ?><?cs var:action ?>" autocomplete="off">
<input type="hidden" name="token" value="<?cs var:Page.token ?>">
<?cs /def ?>

<?cs # What a button that asks for a pop-up belongs to (form="ID"), so that without a script it opens the page. ?>
<?cs def:pop_up_form(id, action, find) ?><form id="<?cs var:id ?>" action="<?cs var:Page.base ?><?cs var:action ?>" hidden><?cs if:find ?>
<input type="hidden" name="find" value="<?cs var:find ?>"><?cs /if ?></form><?cs /def ?>

<?cs # Words that were typed into a form which could not be carried out. ?>
<?cs def:kept() ?><?cs each:word = Kept ?><input type="hidden" name="<?cs var:word.name ?>" value="<?cs var:word.value ?>"><?cs /each ?><?cs /def ?>

<?cs # Two people changed the same: one of the two counts, and nothing is ticked before somebody has decided. ?>
<?cs def:choose(name, mine, theirs) ?>
<fieldset class="choose" id="<?cs var:name ?>-stored">
<legend>You both changed this. Keep</legend>
<label><input type="radio" name="choose.<?cs var:name ?>" value="mine"><span>yours: <b><?cs var:mine ?></b></span></label>
<label><input type="radio" name="choose.<?cs var:name ?>" value="theirs"><span>what <?cs var:Stale.who ?> saved:
<b><?cs var:theirs ?></b></span></label>
</fieldset>
<?cs /def ?>

<?cs def:field_notes(f) ?>
<?cs if:f.error ?><p class="error" id="<?cs call:id(f) ?>-error"><?cs call:icon("alert") ?> <?cs var:f.error ?></p><?cs /if ?>
<?cs if:f.stored ?><?cs call:choose(f.at, f.mine, f.stored) ?><?cs /if ?>
<?cs /def ?>

<?cs def:described(f) ?> aria-describedby="<?cs if:f.error ?><?cs call:id(f) ?>-error<?cs /if ?> <?cs if:f.stored ?>
<?cs var:f.at ?>-stored<?cs /if ?><?cs if:f.input == "date" ?> <?cs call:id(f) ?>-said<?cs /if ?>"<?cs if:f.error ?> aria-invalid="true"<?cs /if ?><?cs /def ?>

<?cs # How the keyboard of a phone and the browser's memory are told what is typed. "off" alone does not keep Chrome from
     filling in the address of whoever sits there; words about somebody else do. ?>
<?cs def:typed_as(f) ?><?cs
	if:!f.input ?> type="text" autocomplete="section-customer text"<?cs
	elif:f.input == "date" ?> type="text" autocomplete="section-customer text" placeholder="mm/dd/yyyy" data-said="<?cs var:Page.base ?>/customers/date"<?cs
	elif:f.input == "tel" ?> type="tel" autocomplete="section-customer text"<?cs
	elif:f.input == "email" ?> type="email" autocomplete="section-customer text" autocapitalize="none"<?cs
	elif:f.input == "whole" ?> type="text" autocomplete="off" inputmode="numeric"<?cs
	elif:f.input == "money" ?> type="text" autocomplete="off" inputmode="decimal"<?cs
	elif:f.input == "username" ?> type="text" autocomplete="username" autocapitalize="none"<?cs
	elif:f.input == "current-password" ?> type="password" autocomplete="current-password"<?cs
	elif:f.input == "new-password" ?> type="password" autocomplete="new-password"<?cs
	else ?> type="text" autocomplete="section-customer text"<?cs /if ?><?cs /def ?>

<?cs # Page.focus: the part of the form where typing begins, in the first of its required fields that can be seen. ?>
<?cs def:input(f) ?><input id="<?cs call:id(f) ?>" name="<?cs var:f.at ?>"<?cs call:typed_as(f) ?> value="<?cs var:f.text ?>"<?cs if:f.required ?>
 required<?cs if:Page.focus && f.part == Page.focus ?> autofocus<?cs /if ?><?cs /if ?><?cs if:f.noted || f.input == "date" ?>
<?cs call:described(f) ?><?cs /if ?>><?cs /def ?>

<?cs def:lines(f) ?><textarea id="<?cs call:id(f) ?>" name="<?cs var:f.at ?>" rows="4"<?cs if:f.required ?> required<?cs /if ?><?cs if:f.noted ?>
<?cs call:described(f) ?><?cs /if ?>>
<?cs var:f.text ?></textarea><?cs /def ?>

<?cs # To be read and not changed: it has no name, so it is not posted. ?>
<?cs def:fixed(f) ?><input id="<?cs call:id(f) ?>" value="<?cs if:f.chosen ?><?cs var:f.chosen ?><?cs else ?><?cs var:f.text ?><?cs
	/if ?>" readonly><?cs /def ?>

<?cs # Most fields: text, not required, nothing to be said about it. In one piece, as there are many on a page. ?>
<?cs def:plain_field(f, class) ?>
<div class="field <?cs var:class ?>">
<div class="label"><label for="<?cs call:id(f) ?>"><?cs var:f.label ?></label></div><input id="<?cs call:id(f) ?>" name="<?cs var:f.at ?>" type="text"
autocomplete="section-customer text" value="<?cs var:f.text ?>"></div>
<?cs /def ?>

<?cs def:field(f, class) ?>
<?cs if:f.plain ?><?cs call:plain_field(f, class) ?><?cs else ?>
<div class="field <?cs var:class ?>">
<div class="label"><label for="<?cs call:id(f) ?>"><?cs var:f.label ?></label><?cs if:f.required ?> <span class="req"
aria-hidden="true">required</span><?cs /if ?></div><?cs
	if:f.fixed ?><?cs call:fixed(f) ?><?cs elif:f.input == "lines" ?><?cs call:lines(f) ?><?cs else ?><?cs call:input(f) ?><?cs /if ?>
<?cs if:f.input == "date" ?><p class="hint" id="<?cs call:id(f) ?>-said" role="status"><?cs var:f.said ?></p><?cs /if ?>
<?cs if:f.noted ?><?cs call:field_notes(f) ?><?cs /if ?>
</div>
<?cs /if ?><?cs /def ?>

<?cs def:select(f) ?><select id="<?cs call:id(f) ?>" name="<?cs var:f.at ?>"<?cs if:f.noted ?><?cs call:described(f) ?><?cs /if ?>><?cs if:!f.required ?>
<option value=""></option><?cs /if ?><?cs each:term = f.choices ?><option value="<?cs var:term.code ?>"<?cs if:term.on ?> selected<?cs /if ?>
><?cs var:term.label ?></option><?cs /each ?></select><?cs /def ?>

<?cs def:choice(f, class) ?>
<div class="field <?cs var:class ?>">
<label for="<?cs call:id(f) ?>"><?cs var:f.label ?></label>
<?cs call:select(f) ?>
<?cs if:f.noted ?><?cs call:field_notes(f) ?><?cs /if ?>
</div>
<?cs /def ?>

<?cs # Two sides of which one is on. ?>
<?cs def:toggle(f) ?>
<fieldset class="field">
<legend><?cs var:f.label ?></legend>
<div class="toggle"><?cs each:term = f.choices ?><label><input type="radio" name="<?cs var:f.at ?>" value="<?cs var:term.code ?>"<?cs if:term.on ?>
 checked<?cs /if ?>><?cs var:term.label ?></label><?cs /each ?></div>
<?cs if:f.noted ?><?cs call:field_notes(f) ?><?cs /if ?>
</fieldset>
<?cs /def ?>

<?cs # A box that is not ticked posts nothing; this says that the boxes were there. ?>
<?cs def:boxes_posted(f) ?><input type="hidden" name="<?cs var:f.at ?>" value=""><?cs /def ?>

<?cs # A drop-down of boxes; its head says what is ticked. ?>
<?cs def:boxes(f, none, class) ?>
<div class="field <?cs var:class ?>" role="group" aria-labelledby="<?cs var:f.at ?>-label">
<span class="label" id="<?cs var:f.at ?>-label"><?cs var:f.label ?></span>
<button class="box" type="button" id="<?cs var:f.at ?>" popovertarget="<?cs var:f.at ?>-boxes"
aria-describedby="<?cs var:f.at ?>-label"><span><?cs if:f.chosen ?><?cs set:gap = "" ?><?cs each:term = f.choices ?><?cs if:term.on ?><?cs var:gap ?>
<?cs var:term.label ?><?cs set:gap = ", " ?><?cs /if ?><?cs /each ?><?cs else ?><?cs var:none ?><?cs /if ?></span></button>
<div class="panel" id="<?cs var:f.at ?>-boxes" popover data-boxes="<?cs var:none ?>"><?cs call:boxes_posted(f) ?><?cs each:term = f.choices ?>
<label class="item"><input type="checkbox" name="<?cs var:f.at ?>" value="<?cs var:term.code ?>"<?cs if:term.on ?> checked<?cs /if ?>><?cs var:term.label ?>
</label><?cs /each ?></div>
<?cs if:f.noted ?><?cs call:field_notes(f) ?><?cs /if ?>
</div>
<?cs /def ?>

<?cs # A field of any kind, as its row in the table of fields says. ?>
<?cs def:drawn(f, class) ?>
<?cs if:f.plain ?><?cs call:plain_field(f, class) ?>
<?cs elif:f.fixed ?><?cs call:field(f, class) ?>
<?cs elif:f.input == "choice" ?><?cs call:choice(f, class) ?>
<?cs elif:f.input == "boxes" ?><?cs call:boxes(f, "No restrictions", class) ?>
<?cs else ?><?cs call:field(f, class) ?><?cs /if ?>
<?cs /def ?>

<?cs # What is wrong, all of it, with links to the fields. data-unsaved: the words of this form were not saved. ?>
<?cs def:errors() ?><?cs if:subcount(Form.errors) ?>
<div class="notice notice-bad" role="alert" tabindex="-1" id="<?cs var:Page.at ?>errors" autofocus data-unsaved>
<?cs call:icon("alert") ?>
<div><p><strong>Not saved yet.</strong> <?cs if:subcount(Form.errors) == #1 ?>One thing needs<?cs else ?>
<?cs var:subcount(Form.errors) ?> things need<?cs /if ?> attention:</p>
<ul><?cs each:error = Form.errors ?><li><a href="#<?cs var:Page.at ?><?cs var:error.at ?>"><?cs var:error.message ?></a></li><?cs /each ?></ul></div>
</div>
<?cs /if ?><?cs /def ?>

<?cs # A row, all its fields in their order. Beside them it has what it is called and whether it is primary. ?>
<?cs def:row(g, row, at) ?>
<li class="<?cs if:g.kind == "addresses" ?>address<?cs /if ?>" data-at="<?cs var:at ?>">
<?cs each:f = row ?><?cs if:f.at ?><?cs call:drawn(f, "") ?><?cs /if ?><?cs /each ?>
<?cs if:row.id ?><input type="hidden" name="<?cs var:g.name ?>.<?cs var:at ?>.id" value="<?cs var:row.id ?>"><?cs /if ?>
<div class="row"><span class="chip chip-on"<?cs if:!row.primary ?> hidden<?cs /if ?>>Primary</span><button class="btn btn-quiet btn-icon" name="remove"
value="<?cs var:g.name ?>.<?cs var:at ?>" aria-label="Remove <?cs var:row.title ?> <?cs var:g.one ?>"><?cs call:icon("x") ?></button></div>
<?cs if:row.name ?><?cs call:choose(row.name, row.mine, row.stored) ?>
<?cs elif:row.stored ?><p class="hint choose">You had removed this; <?cs var:Stale.who ?> changed it to <b><?cs var:row.stored ?></b>.
Leave it, or remove it again.</p><?cs /if ?>
</li>
<?cs /def ?>

<?cs # A card of repeated rows: addresses, phones, e-mails. level: 2 or 3, the heading's. ?>
<?cs def:rows(g, add, level) ?>
<section class="card" id="<?cs var:g.name ?>" aria-labelledby="<?cs var:g.name ?>-h" data-rows="<?cs var:g.name ?>" data-limit="<?cs var:g.limit ?>">
<header><h<?cs var:level ?> id="<?cs var:g.name ?>-h"><?cs var:g.label ?></h<?cs var:level ?>><button class="btn btn-icon btn-add end" name="add"
value="<?cs var:g.name ?>" aria-label="<?cs var:add ?>"<?cs if:g.full ?> disabled<?cs /if ?>><?cs call:icon("plus") ?></button></header>
<?cs if:g.error ?><p class="error pad"><?cs call:icon("alert") ?> <?cs var:g.error ?></p><?cs /if ?>
<?cs if:g.stored ?><?cs call:choose(g.name + ".primary", g.mine, g.stored) ?><?cs /if ?>
<ul class="rows"><?cs each:row = g.rows ?><?cs call:row(g, row, name(row)) ?><?cs /each ?></ul>
<template><?cs call:row(g, g.blank, "__") ?></template>
</section>
<?cs /def ?>

<?cs # One entry of a category. at: the row's number; "__" where primary.js puts it. ?>
<?cs def:primary_entry(g, at, summary, on) ?><label class="item"><input type="radio" name="<?cs var:g.name ?>.primary" value="<?cs var:at ?>"<?cs if:on ?>
 checked<?cs /if ?>><span><?cs var:summary ?></span></label><?cs /def ?>

<?cs # A category with several entries unfolds them; one without a choice is grayed. primary.js shows the one or the other. ?>
<?cs def:primary_of(g, title) ?>
<details class="sub" name="primary" data-primary="<?cs var:g.name ?>"<?cs if:!g.several ?> hidden<?cs /if ?>>
<summary class="item"><?cs var:title ?><span class="end"><?cs call:icon("right") ?></span></summary>
<fieldset class="panel"<?cs if:!g.several ?> disabled<?cs /if ?>><legend class="vh">Primary <?cs var:g.one ?>
</legend><template><?cs call:primary_entry(g, "__", "", "") ?></template><?cs each:row = g.rows ?>
<?cs call:primary_entry(g, name(row), row.summary, row.primary) ?><?cs /each ?></fieldset>
</details>
<button class="item" type="button" disabled<?cs if:g.several ?> hidden<?cs /if ?>><?cs var:title ?> <span class="hint end" data-one="one entry"
data-none="no entry"><?cs if:subcount(g.rows) ?>one entry<?cs else ?>no entry<?cs /if ?></span></button>
<?cs /def ?>

<?cs def:select_primary() ?>
<button class="btn" type="button" popovertarget="select-primary"><?cs call:icon("star") ?>Select Primary<?cs call:icon("down") ?></button>
<div class="panel" id="select-primary" popover>
<?cs call:primary_of(Form.addresses, "Address") ?><?cs call:primary_of(Form.phones, "Phone") ?><?cs call:primary_of(Form.emails, "Email") ?>
</div>
<?cs /def ?>
