<?cs include:"layout.cs" ?>
<?cs include:"part/basics.cs" ?>
<?cs set:Page.on_search = "1" ?>
<?cs # New Customer lies over it. ?>
<?cs set:Page.at = "find-" ?>
<?cs # A page that was loaded is not announced but by its title. ?>
<?cs set:Page.title = "Customer Search" ?>
<?cs if:Find.asked && !subcount(Customers) ?><?cs set:Page.title = "Nobody found - Customer Search" ?>
<?cs elif:Find.asked ?><?cs set:Page.title = List.shown + " found - Customer Search" ?><?cs /if ?>
<?cs call:page_open(Page.title) ?>
<?cs call:pop_ups() ?>
<?cs call:script("open_row") ?>
<?cs if:May.customer_add ?><?cs call:customer_form_scripts() ?><?cs /if ?>
<div class="page-head">
<h1>Customer Search</h1>
<div class="row end">
<nav class="toggle" aria-label="Search style"><a href="<?cs var:Page.base ?>/customers?style=simple"<?cs if:!Find.advanced ?> aria-current="true"<?cs /if ?>
>Simple</a><a href="<?cs var:Page.base ?>/customers?style=advanced"<?cs if:Find.advanced ?> aria-current="true"<?cs /if ?>>Advanced</a></nav>
<?cs if:May.customer_add ?><?cs call:pop_up_form("open-new", "/customers/new", "") ?>
<button class="btn btn-primary" id="new" form="open-new" hx-get="<?cs var:Page.base ?>/customers/new" hx-target="#dialogs"
hx-select="#new-customer"><?cs call:icon("plus") ?>New Customer</button><?cs /if ?>
</div>
</div>
<?cs if:Lookup.id && May.customer_edit ?><?cs call:lookup_notice(Lookup.id, "ordered", "search") ?><?cs /if ?>
<?cs if:Find.advanced ?>
<?cs call:ask_open("find", "card pad stack", "/customers") ?>
<input type="hidden" name="style" value="advanced">
<?cs if:Find.inactive ?><input type="hidden" name="inactive" value="1"><?cs /if ?>
<div class="fields">
<?cs call:field(Form.first_name, "") ?><?cs call:field(Form.last_name, "") ?><?cs call:field(Form.business_name, "") ?><?cs call:field(Form.number, "") ?>
<?cs call:field(Form.phone, "") ?><?cs call:field(Form.email, "") ?><?cs call:field(Form.city, "") ?><?cs call:field(Form.state, "") ?>
<?cs call:field(Form.zip, "") ?>
</div>
<div class="row"><button class="btn">Search</button><a class="btn btn-quiet" href="<?cs var:Page.base ?>/customers?style=advanced">Clear</a></div>
</form>
<?cs else ?>
<?cs call:ask_open("find", "page-head", "/customers") ?>
<input type="hidden" name="style" value="simple">
<?cs if:Find.inactive ?><input type="hidden" name="inactive" value="1"><?cs /if ?>
<div class="search">
<?cs call:icon("search") ?>
<input type="search" name="search" id="search" value="<?cs var:Find.text ?>" aria-label="Search" placeholder="Name, business, number, phone, e-mail or ZIP"
autocomplete="off" enterkeyhint="search"<?cs if:!Page.done ?> autofocus<?cs /if ?>>
<button class="btn">Search</button>
</div>
<a class="btn btn-quiet" href="<?cs var:Page.base ?>/customers?style=simple">Clear</a>
</form>
<?cs /if ?>
<section class="card" id="results" aria-label="Results">
<?cs if:subcount(Customers) ?>
<table class="table" role="table">
<caption class="vh"><?cs if:Find.asked ?>Customers found<?cs else ?>Customers, most recent activity first<?cs /if ?></caption>
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Name</th>
<th role="columnheader" scope="col" class="opt">Customer Type</th>
<th role="columnheader" scope="col">Number</th>
<th role="columnheader" scope="col">Phone</th>
<th role="columnheader" scope="col" class="opt">Email</th>
<th role="columnheader" scope="col">City, State</th>
<th role="columnheader" scope="col">Last Activity</th>
<th role="columnheader" scope="col">View</th>
</tr></thead>
<tbody role="rowgroup">
<?cs each:customer = Customers ?>
<tr role="row" data-open="<?cs var:Page.base ?>/customer/<?cs var:customer.id ?>/overview">
<td role="cell" class="lead"><a class="name" href="<?cs var:Page.base ?>/customers/<?cs var:customer.id ?>/look"
hx-get="<?cs var:Page.base ?>/customers/<?cs var:customer.id ?>/look" hx-trigger="look" hx-target="#dialogs" hx-select="#look"><?cs var:customer.list_name ?>
</a><?cs if:customer.inactive == "1" ?> <span class="chip chip-warn">Inactive</span><?cs /if ?></td>
<td role="cell" class="opt muted"><?cs if:customer.customer_type == "business" ?>Business<?cs else ?>Individual<?cs /if ?></td>
<td role="cell"><?cs var:customer.id ?></td>
<td role="cell"><?cs var:customer.phone ?></td>
<td role="cell" class="opt long"><?cs var:customer.email ?></td>
<td role="cell" class="long"><?cs var:customer.city ?></td>
<td role="cell" class="muted"><?cs var:customer.changed_shown ?></td>
<td role="cell" class="tail"><a class="btn btn-quiet btn-icon" href="<?cs var:Page.base ?>/customer/<?cs var:customer.id ?>/overview"
aria-label="View <?cs var:customer.list_name ?>"><?cs call:icon("search") ?></a></td>
</tr>
<?cs /each ?>
</tbody>
</table>
<?cs elif:Find.asked ?>
<div class="empty" role="status">
<?cs call:icon("search") ?>
<h2>No <?cs if:!Find.inactive ?>active <?cs /if ?>customer matches <?cs if:Find.filtered ?>these filters<?cs else ?>&ldquo;<?cs var:Find.text ?>
&rdquo;<?cs /if ?></h2>
<p><?cs if:Find.filtered ?>A customer must fit every field that is filled in. Clear one and search again. A state alone is too wide: add a name, a city or a
ZIP.<?cs else ?>Searched names, businesses, customer numbers, phones, e-mails and ZIP codes. Accents, capitals and punctuation do not matter.<?cs /if ?></p>
<div class="row">
<?cs if:Find.only_inactive ?><button class="btn" form="find" name="show_inactive" value="1">Include inactive customers</button><?cs /if ?>
<?cs if:May.customer_add ?><?cs call:pop_up_form("open-new-found", "/customers/new", Find.sealed) ?>
<button class="btn btn-primary" form="open-new-found" hx-get="<?cs var:Page.base ?>/customers/new?find=<?cs var:Find.sealed ?>" hx-target="#dialogs"
hx-select="#new-customer"><?cs call:icon("plus") ?>New Customer<?cs if:Find.text ?> &ldquo;<?cs var:Find.text ?>&rdquo;<?cs /if ?></button><?cs /if ?>
</div>
</div>
<?cs elif:List.previous ?>
<div class="empty"><h2>No more customers</h2></div>
<?cs else ?>
<div class="empty">
<?cs call:icon("users") ?>
<h2>No customers yet</h2>
<p>The people and businesses you work with will be listed here, most recent activity first. Add the first one with New Customer.</p>
</div>
<?cs /if ?>
<footer class="bar">
<?cs if:subcount(Customers) ?><p class="muted"><?cs var:List.shown ?><?cs if:List.next ?>, more follow<?cs /if ?></p><?cs /if ?>
<?cs if:List.previous || List.next ?>
<nav class="row" aria-label="Pages">
<?cs if:List.previous ?>
<a class="btn" href="<?cs var:Page.base ?>/customers?find=<?cs var:Find.sealed ?>&amp;page=<?cs var:List.previous ?>"><?cs call:icon("left") ?>
Previous</a><?cs /if ?>
<?cs if:List.next ?><a class="btn"
href="<?cs var:Page.base ?>/customers?find=<?cs var:Find.sealed ?>&amp;page=<?cs var:List.next ?>">Next<?cs call:icon("right") ?></a><?cs /if ?>
</nav>
<?cs /if ?>
<button class="switch end" role="switch" aria-checked="<?cs if:Find.inactive ?>true<?cs else ?>false<?cs /if ?>" form="find" name="show_inactive"
value="<?cs if:Find.inactive ?>0<?cs else ?>1<?cs /if ?>">Show Inactive</button>
</footer>
</section>
<?cs call:page_close() ?>
