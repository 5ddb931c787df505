<?cs include:"layout.cs" ?>
<?cs # Pages for what could not be done. error(title, text) is the whole page; again: offers to send the form again. ?>
<?cs def:error(title, text) ?>
<?cs call:lone_open(title) ?>
<div class="card pad stack">
<div><h1><?cs var:title ?></h1><p class="muted"><?cs var:text ?></p></div>
<?cs if:subcount(Kept) ?>
<?cs call:script("guard") ?>
<form class="stack" method="post" data-unsaved>
<?cs if:Page.token ?><input type="hidden" name="token" value="<?cs var:Page.token ?>"><?cs /if ?>
<?cs call:kept() ?>
<div class="notice" role="status"><p><b>Nothing you typed was lost.</b> It is kept in this page until you try again. If it was saved already, it is not saved
twice.</p></div>
<div class="row"><button class="btn btn-primary">Try again</button><a class="btn" href="<?cs var:Page.base ?>/customers">Customer Search</a></div>
</form>
<?cs elif:Error.posted ?>
<div class="row"><a class="btn" href="<?cs var:Page.base ?>/">Start page</a></div>
<?cs elif:Error.number ?>
<div class="row"><a class="btn btn-primary" href="">Try again</a><a class="btn" href="<?cs var:Page.base ?>/">Start page</a></div>
<?cs else ?>
<div class="row"><a class="btn btn-primary" href="<?cs var:Page.base ?>/">Start page</a></div>
<?cs /if ?>
<?cs if:Error.number ?><p class="hint">Request number <?cs var:Error.number ?></p><?cs /if ?>
</div>
<?cs call:lone_close() ?>
<?cs /def ?>
