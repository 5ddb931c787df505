<?cs include:"layout.cs" ?>
<?cs include:"part/connect.cs" ?>
<?cs call:behind_open("Add Connection") ?>
<?cs call:script("enter") ?>
<?cs call:script("back_title") ?>
<?cs call:app_close() ?>
<dialog id="add-connection" class="w-m" open aria-modal="true" aria-labelledby="add-connection-title">
<?cs call:form_open("add-connection-form", "", "/connect/" + Customer.id) ?>
<header class="d-head"><h2 id="add-connection-title">Add Connection</h2><?cs call:connect_close() ?></header>
<div class="d-body">
<?cs call:connect_errors() ?>
<div class="search">
<?cs call:icon("search") ?>
<input type="search" id="connect-search" name="search" value="<?cs var:Find.text ?>" aria-label="Search" placeholder="Name, business, number, phone or e-mail"
autocomplete="off" enterkeyhint="search" autofocus>
<button class="btn" name="do" value="search" hx-post="<?cs var:Page.base ?>/connect/<?cs var:Customer.id ?>" hx-target="#found" hx-select="#found"
hx-swap="outerHTML" hx-select-oob="#found-said:innerHTML">Search</button>
</div>
<?cs # Stays when the list below is exchanged: only what comes into a region that was there is heard. ?>
<p class="vh" role="status" id="found-said"><?cs if:subcount(Found) == #1 ?>1 customer found.<?cs elif:subcount(Found) ?>
<?cs var:subcount(Found) ?> customers found.<?cs elif:Find.none ?>
Nobody found for &ldquo;<?cs var:Find.text ?>&rdquo;.<?cs /if ?></p>
<div class="card" id="found">
<?cs if:subcount(Found) ?>
<table class="table" role="table">
<caption class="vh">Customers found</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Number</th><th role="columnheader"
scope="col">Phone</th><th role="columnheader" scope="col">City, State</th></tr></thead>
<tbody role="rowgroup">
<?cs each:other = Found ?>
<tr role="row">
<td role="cell" class="lead"><label class="tick"><input type="checkbox" name="other" value="<?cs var:other.id ?>"<?cs if:other.ticked ?> checked<?cs /if ?>
<?cs if:other.connected == "1" ?> disabled<?cs /if ?>><span class="name"><?cs var:other.list_name ?></span></label></td>
<td role="cell"><?cs var:other.id ?></td>
<td role="cell"><?cs var:other.phone ?></td>
<td role="cell" class="muted"><?cs if:other.connected == "1" ?>Already connected<?cs else ?><?cs var:other.city ?><?cs /if ?></td>
</tr>
<?cs /each ?>
</tbody>
</table>
<?cs /if ?>
<?cs if:Find.none ?>
<p class="pad">No active <?cs if:Customer.customer_type == "business" ?>individual<?cs else ?>customer<?cs /if ?>
 matches &ldquo;<?cs var:Find.text ?>&rdquo;. Search again, or create a new customer.</p>
<?cs elif:!subcount(Found) ?>
<p class="pad muted">Type a name and press ENTER.</p>
<?cs /if ?>
<?cs if:May.customer_add ?><p class="bar muted">Not in the list? <button class="btn" name="do" value="create"
hx-post="<?cs var:Page.base ?>/connect/<?cs var:Customer.id ?>" hx-target="#dialogs" hx-select="#add-connection" hx-swap="innerHTML"><?cs call:icon("plus") ?>
Create New Customer</button></p><?cs /if ?>
</div>
<?cs # The first button searches, for ENTER in Search; here ENTER means to save. ?>
<div class="fields" data-enter="save">
<?cs if:Customer.customer_type == "business" ?>
<div class="field"><label for="connect-relationship">Relationship Type</label><select id="connect-relationship" disabled
aria-describedby="relationship-hint"><option
selected>Employee</option></select><p class="hint" id="relationship-hint">Contacts of a business are its employees.</p></div>
<?cs else ?><?cs call:connect_kind() ?><?cs /if ?>
<?cs call:connect_titles() ?>
</div>
</div>
<footer class="d-foot">
<?cs call:connect_cancel() ?>
<button class="btn btn-primary end" name="do" value="save">Save and Close</button>
</footer>
</form>
</dialog>
</body>
</html>
