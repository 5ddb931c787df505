<?cs include:"layout.cs" ?>
<?cs include:"part/contact.cs" ?>
<?cs call:behind_open("Customer Summary") ?>
<?cs call:script("open_row") ?>
<?cs call:app_close() ?>
<dialog id="look" open aria-modal="true" aria-labelledby="look-title" data-light data-open="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview">
<div>
<header class="d-head"><h2 id="look-title">Customer Summary</h2><a class="btn btn-quiet btn-icon end" data-close
href="<?cs var:Page.base ?>/customers<?cs if:Page.find ?>?find=<?cs var:Page.find ?><?cs /if ?>" aria-label="Close"><?cs call:icon("x") ?></a></header>
<div class="d-body">
<div class="who"><span class="avatar" aria-hidden="true"><?cs var:Customer.initials ?></span><div class="stack tight"><?cs call:name_line("") ?></div></div>
<?cs call:reach("") ?>
</div>
<footer class="d-foot"><a class="btn btn-primary end" href="<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/overview"
autofocus>View <?cs var:Customer.type_label ?></a></footer>
</div>
</dialog>
</body>
</html>
