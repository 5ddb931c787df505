<?cs include:"layout.cs" ?>
<?cs include:"part/lookup.cs" ?>
<?cs call:lookup_open() ?>
<?cs call:form_open("social-form", "", "/lookup/" + Customer.id) ?>
<button class="vh" tabindex="-1" aria-hidden="true">Update Customer</button>
<input type="hidden" name="row_version" value="<?cs var:Lookup.row_version ?>">
<?cs call:lookup_back() ?>
<?cs call:lookup_head() ?>
<div class="d-body">
<?cs if:Error.sentence ?><div class="notice notice-bad" role="alert" tabindex="-1" id="errors" autofocus><?cs call:icon("alert") ?>
<p><strong>Not updated yet.</strong> <?cs var:Error.sentence ?></p></div><?cs /if ?>
<?cs if:Stale.who ?><div class="notice notice-warn" role="alert" tabindex="-1" id="errors" autofocus><?cs call:icon("alert") ?>
<p><strong>Not updated yet: <?cs var:Stale.who ?> changed this record meanwhile<?cs if:Stale.fields ?> (<?cs var:Stale.fields ?>)<?cs /if ?>
.</strong> The column Current shows what is stored now, and your ticks are still here. Look at them once more and update again.</p></div><?cs /if ?>
<?cs if:Lookup.name ?><div class="notice notice-warn"><?cs call:icon("alert") ?><p>They call this person <strong><?cs var:Lookup.name ?></strong>, the record
says <strong><?cs var:Customer.name ?></strong>. Is it the same person?</p></div><?cs /if ?>
<div class="row"><p class="muted">Found for <?cs var:Lookup.emails ?>. Tick what belongs in the record; the rest is not kept.</p><?cs if:Lookup.new ?>
<button class="btn scripted end" type="button" data-tick-new>Tick all new</button><?cs /if ?></div>
<?cs if:subcount(Photos) ?>
<fieldset>
<legend class="vh">Profile images</legend>
<div class="row"><?cs each:one = Photos ?><label class="pick"><input type="checkbox" name="take" value="<?cs var:one.key ?>" data-one="photo"
aria-label="Profile image <?cs var:one.number ?>, <?cs var:one.source ?>"<?cs if:one.new ?> data-new<?cs /if ?><?cs if:one.ticked ?>
 checked<?cs /if ?>><img class="avatar"
src="<?cs var:Page.base ?>/lookup/<?cs var:Customer.id ?>/photo?key=<?cs var:one.key ?>" alt="Profile image <?cs var:one.number ?>" width="56"
height="56"><span><?cs var:one.source ?></span></label><?cs /each ?></div>
</fieldset>
<?cs /if ?>
<?cs if:subcount(Compared) ?>
<div class="card">
<table class="table compare" role="table">
<caption class="vh">Found values beside the current record</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th><th role="columnheader" scope="col">Current</th><th role="columnheader"
scope="col">Social Media Information</th></tr></thead>
<tbody role="rowgroup">
<?cs each:one = Compared ?>
<tr role="row">
<td role="cell" class="lead" id="label-<?cs var:one.key ?>"><?cs var:one.label ?></td>
<td role="cell" class="muted"><?cs if:one.current ?><?cs var:one.current ?><?cs else ?>Empty<?cs /if ?></td>
<td role="cell" class="wide"><label class="tick"><input type="checkbox" name="take" value="<?cs var:one.key ?>" aria-labelledby="label-<?cs var:one.key ?>"
aria-describedby="value-<?cs var:one.key ?>"<?cs if:one.field != "profile" ?> data-one="<?cs var:one.field ?>"<?cs /if ?><?cs if:one.new ?>
 data-new<?cs /if ?><?cs if:one.ticked ?> checked<?cs /if ?>><span
id="value-<?cs var:one.key ?>"><?cs if:one.link ?><?cs var:one.link ?><?cs else ?><?cs var:one.value ?><?cs /if ?>
</span><span class="hint"><?cs var:one.source ?></span></label></td>
</tr>
<?cs /each ?>
</tbody>
</table>
</div>
<?cs /if ?>
<?cs call:lookup_late() ?>
</div>
<footer class="d-foot">
<?cs call:lookup_cancel() ?>
<button class="btn btn-primary end">Update Customer</button>
</footer>
</form>
<?cs call:lookup_close() ?>
