<?cs include:"layout.cs" ?>
<?cs include:"part/summary.cs" ?>
<?cs set:Page.tab = "connections" ?>

<?cs # A contact of a business is its employee, and stays one. ?>
<?cs def:kind_of(row) ?>
<?cs if:row.is_employee ?><input type="hidden" name="relationship.<?cs var:row.id ?>" value="employee"><select disabled
aria-label="Relationship Type of <?cs var:row.name ?>"><option>Employee</option></select><?cs else ?>
<select name="relationship.<?cs var:row.id ?>" aria-label="Relationship Type of <?cs var:row.name ?>"<?cs if:!May.customer_edit ?> disabled<?cs /if ?>
><?cs each:term = Types ?><option value="<?cs var:term.code ?>"<?cs if:term.code == row.relationship ?> selected<?cs /if ?>><?cs var:term.label ?>
</option><?cs /each ?></select><?cs /if ?>
<?cs /def ?>

<?cs # What would fit, when the other record has a title. ?>
<?cs def:offers(row) ?><?cs if:row.offer_1 ?><datalist id="titles-<?cs var:row.id ?>"><option value="<?cs var:row.offer_1 ?>"></option><?cs if:row.offer_2 ?>
<option value="<?cs var:row.offer_2 ?>"></option><?cs /if ?><?cs if:row.offer_3 ?><option value="<?cs var:row.offer_3 ?>"></option><?cs /if ?></datalist>
<?cs /if ?><?cs /def ?>

<?cs # What is stored looks otherwise than what waits for Save; primary_contact.js shows one of the four. ?>
<?cs def:when(row, state, class, words) ?><span class="<?cs var:class ?>" data-when="<?cs var:state ?>"<?cs if:row.primary_state != state ?>
 hidden<?cs /if ?>><?cs var:words ?></span><?cs /def ?>

<?cs # The picture repeats the table: one link a customer, nothing that only it tells. ?>
<?cs def:graph() ?>
<section class="card" aria-labelledby="picture-h">
<header><h2 id="picture-h">Picture</h2><span class="hint">This customer, who is connected, and who is connected with them</span></header>
<div class="scroll" tabindex="0" role="group" aria-label="Picture of the connections">
<svg class="graph" viewBox="<?cs var:Graph.box ?>" width="<?cs var:Graph.width ?>" height="<?cs var:Graph.height ?>" role="group"
aria-label="The table above lists the nearest">
<?cs each:dot = Graph.dots ?><?cs if:dot.step ?><line x1="<?cs var:dot.from_x ?>" y1="<?cs var:dot.from_y ?>" x2="<?cs var:dot.x ?>"
y2="<?cs var:dot.y ?>"/><?cs /if ?><?cs /each ?>
<?cs each:dot = Graph.dots ?><?cs if:dot.step ?><a href="<?cs var:Page.base ?>/customer/<?cs var:dot.id ?>/overview"
class="<?cs var:dot.customer_type ?>"><circle cx="<?cs var:dot.x ?>" cy="<?cs var:dot.y ?>"
r="<?cs if:dot.step == "1" ?>13<?cs else ?>8<?cs /if ?>"/><title><?cs var:dot.name ?><?cs if:dot.inactive == "1" ?> (Inactive)<?cs /if ?>
</title><text x="<?cs var:dot.x ?>" y="<?cs var:dot.text_y ?>"><?cs var:dot.short_name ?><?cs if:dot.inactive == "1" ?> (Inactive)<?cs /if ?>
</text></a><?cs else ?><g class="here"><circle cx="0" cy="0" r="16"/><title><?cs var:dot.name ?>
</title><text x="0" y="<?cs var:dot.text_y ?>"><?cs var:dot.short_name ?></text></g><?cs /if ?><?cs /each ?>
</svg>
</div>
</section>
<?cs /def ?>

<?cs call:page_open("Connections of " + Customer.name) ?>
<?cs call:summary() ?>
<?cs if:Customer.customer_type == "business" && May.customer_edit ?><?cs call:script("primary_contact") ?><?cs /if ?>
<div class="tabs-row"><?cs call:tabs() ?></div>
<div class="stack">
<?cs if:subcount(Connected) ?>
<?cs call:form_open("connections-form", "card", "/connections/" + Customer.id) ?>
<?cs if:May.customer_edit ?><button class="vh" tabindex="-1" aria-hidden="true">Save</button><?cs /if ?>
<input type="hidden" name="page" value="<?cs var:List.page ?>"<?cs if:List.unsaved ?> data-unsaved<?cs /if ?>>
<input type="hidden" name="primary" value="<?cs var:List.primary ?>">
<?cs if:Error.sentence ?><div class="pad"><div class="notice notice-bad" role="alert" tabindex="-1" id="errors" autofocus><?cs call:icon("alert") ?>
<p><strong>Not saved yet.</strong> <?cs var:Error.sentence ?></p></div></div><?cs /if ?>
<header><h2 id="connections-h">Connections</h2><span class="chip"><?cs var:Customer.connections ?></span><?cs if:May.customer_edit ?>
<?cs call:add_connection("btn end") ?><?cs /if ?></header>
<table class="table" role="table" aria-labelledby="connections-h">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Name</th>
<th role="columnheader" scope="col" class="opt">Number</th>
<th role="columnheader" scope="col" class="opt">Phone</th>
<th role="columnheader" scope="col" class="opt">Email</th>
<th role="columnheader" scope="col">Relationship Type</th>
<th role="columnheader" scope="col">Title</th>
<?cs if:Customer.customer_type == "business" ?><th role="columnheader" scope="col">Primary</th><?cs /if ?>
</tr></thead>
<tbody role="rowgroup">
<?cs each:row = Connected ?>
<tr role="row">
<td role="cell" class="lead"><a class="name"
href="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>/one?with=<?cs var:row.id ?>&amp;page=<?cs var:List.page ?>"
hx-get="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>/one?with=<?cs var:row.id ?>&amp;page=<?cs var:List.page ?>" hx-target="#dialogs"
hx-select="#connection"><?cs var:row.name ?></a><?cs if:row.inactive == "1" ?> <span class="chip chip-warn">Inactive</span><?cs /if ?></td>
<td role="cell" class="opt muted"><?cs var:row.id ?></td>
<td role="cell" class="opt"><?cs var:row.phone ?></td>
<td role="cell" class="opt long"><?cs var:row.email ?></td>
<td role="cell" class="wide"><?cs call:kind_of(row) ?><input type="hidden" name="was.<?cs var:row.id ?>" value="<?cs var:row.was ?>"></td>
<td role="cell" class="wide"><input name="title.<?cs var:row.id ?>" value="<?cs var:row.title ?>" aria-label="Title of <?cs var:row.name ?>"
autocomplete="section-customer text"<?cs if:!row.title && row.title_said ?> placeholder="<?cs var:row.title_said ?>"<?cs /if ?><?cs if:row.offer_1 ?>
 list="titles-<?cs var:row.id ?>"<?cs /if ?><?cs if:row.error ?> aria-invalid="true" aria-describedby="error-<?cs var:row.id ?>"<?cs /if ?><?cs
if:!May.customer_edit ?> readonly<?cs /if ?>><?cs call:offers(row) ?><?cs if:row.error ?>
<p class="error" id="error-<?cs var:row.id ?>"><?cs call:icon("alert") ?> <?cs var:row.error ?></p><?cs /if ?></td>
<?cs if:Customer.customer_type == "business" ?><td role="cell" data-primary-of="<?cs var:row.id ?>"<?cs if:row.is_primary == "1" ?> data-stored<?cs /if ?>>
<?cs call:when(row, "yes", "chip chip-on", "Yes") ?><?cs call:when(row, "no", "muted", "No") ?>
<?cs call:when(row, "pending yes", "chip chip-warn", "Yes, not saved yet") ?>
<?cs call:when(row, "pending no", "chip chip-warn", "No, not saved yet") ?></td><?cs /if ?>
</tr>
<?cs /each ?>
</tbody>
</table>
<footer class="bar">
<?cs if:Customer.customer_type == "business" ?><p class="hint">A business has exactly one primary contact. Open a name to change it.</p><?cs /if ?>
<?cs if:List.previous || List.next ?><nav class="row" aria-label="Pages"><span class="muted"><?cs var:List.shown ?></span>
<?cs if:List.previous ?><a class="btn" href="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>?page=<?cs var:List.previous ?>"><?cs call:icon("left") ?>
Previous</a><?cs /if ?>
<?cs if:List.next ?><a class="btn" href="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>?page=<?cs var:List.next ?>">Next<?cs call:icon("right") ?>
</a><?cs /if ?></nav><?cs /if ?>
<?cs if:May.customer_edit ?><button class="btn btn-primary end">Save</button><?cs /if ?>
</footer>
</form>
<?cs if:Graph.box ?><?cs call:graph() ?><?cs /if ?>
<?cs else ?>
<section class="card empty" aria-labelledby="connections-h">
<?cs call:icon("users") ?>
<h2 id="connections-h">No connections yet</h2>
<p>Family, employer, the people of a business: whoever belongs to this customer stands here and on their own record too.</p>
<?cs if:May.customer_edit ?><div class="row"><?cs call:add_connection("btn btn-primary") ?></div><?cs /if ?>
</section>
<?cs /if ?>
</div>
<?cs call:page_close() ?>
