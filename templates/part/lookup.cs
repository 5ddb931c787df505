<?cs include:"part/summary.cs" ?>
<?cs # What the three states of the look-up's pop-up share. lookup_open() ... lookup_close(): as a page of its own it lies over
     the record. ?>
<?cs def:lookup_open() ?>
<?cs set:Page.behind = "1" ?>
<?cs call:behind_open("Social Media Information") ?>
<?cs call:script("ticks") ?>
<?cs call:summary() ?>
<div class="tabs-row"><?cs call:tabs() ?></div>
<?cs call:app_close() ?>
<dialog id="social" class="w-m" open aria-modal="true" aria-labelledby="social-title">
<?cs /def ?>

<?cs def:lookup_close() ?>
<?cs if:Lookup.back ?><?cs call:pop_up_form("social-leave", "/customers", Page.find) ?><?cs else ?>
<?cs call:pop_up_form("social-leave", "/customer/" + Customer.id + "/overview", "") ?><?cs /if ?>
</dialog>
</body>
</html>
<?cs /def ?>

<?cs def:lookup_place() ?><?cs var:Page.base ?><?cs if:Lookup.back ?>/customers<?cs if:Page.find ?>?find=<?cs var:Page.find ?><?cs /if ?>
<?cs else ?>/customer/<?cs var:Customer.id ?>/overview<?cs /if ?><?cs /def ?>

<?cs def:lookup_head() ?>
<header class="d-head">
<h2 id="social-title" tabindex="-1"<?cs if:!Error.sentence && !Stale.who && !Lookup.error ?> autofocus<?cs /if ?>>Social Media Information</h2>
<div class="row end"><?cs if:Page.demo ?><span class="chip" title="A stand-in answers in place of the real services.">demo look-ups</span><?cs /if ?>
<a class="btn btn-quiet btn-icon" data-close href="<?cs call:lookup_place() ?>" aria-label="Close"><?cs call:icon("x") ?></a></div>
</header>
<?cs /def ?>

<?cs def:lookup_cancel() ?><button class="btn" form="social-leave" data-close>Cancel</button><?cs /def ?>

<?cs # What a button that is answered in place has. ?>
<?cs def:lookup_in_place(path) ?> hx-post="<?cs var:Page.base ?>/lookup/<?cs var:Customer.id ?><?cs var:path ?>" hx-target="#social"
hx-select="#social > *" hx-swap="innerHTML"<?cs /def ?>

<?cs def:lookup_back() ?><?cs if:Lookup.back ?><input type="hidden" name="back" value="search"><?cs /if ?><?cs /def ?>

<?cs # Who said nothing, and why. ?>
<?cs def:lookup_late() ?><?cs if:subcount(Late) ?>
<ul class="list"><?cs each:one = Late ?><li><?cs call:icon("clock") ?><span><?cs var:one.name ?> <?cs var:one.why ?></span></li><?cs /each ?></ul>
<?cs /if ?><?cs /def ?>
