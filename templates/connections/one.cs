<?cs include:"layout.cs" ?>
<?cs call:behind_open("Connection") ?>
<?cs call:form_open("connections-form", "", "/connections/" + Customer.id) ?><input type="hidden" name="page" value="<?cs var:List.page ?>"></form>
<?cs call:app_close() ?>
<?cs # Its boxes and buttons belong to the form of the list behind it: Save there finalises, and nothing typed is lost. ?>
<dialog id="connection" open aria-modal="true" aria-labelledby="connection-title">
<div>
<header class="d-head"><h2 id="connection-title"><?cs var:Other.name ?></h2>
<?cs if:May.customer_edit ?><button class="btn btn-quiet btn-icon end" data-close form="connections-form" name="do" value="close"
aria-label="Close"><?cs call:icon("x") ?></button><?cs else ?><a class="btn btn-quiet btn-icon end" data-close
href="<?cs var:Page.base ?>/connections/<?cs var:Customer.id ?>" aria-label="Close"><?cs call:icon("x") ?></a><?cs /if ?></header>
<div class="d-body">
<p class="muted">Customer <?cs var:Other.id ?> &middot; <?cs var:Other.relationship_label ?><?cs if:Other.title_said ?>, <?cs var:Other.title_said ?><?cs /if ?>
<?cs if:Other.inactive == "1" ?> &middot; Inactive<?cs /if ?></p>
<ul class="list">
<?cs if:Other.phone ?><li><?cs call:icon("phone") ?><?cs var:Other.phone ?></li><?cs /if ?>
<?cs if:Other.email ?><li><?cs call:icon("mail") ?><?cs var:Other.email ?></li><?cs /if ?>
</ul>
<?cs if:May.customer_edit ?>
<button class="btn" type="button" popovertarget="sure"><?cs call:icon("trash") ?>Remove Connection</button>
<div class="question" id="sure" popover>
<div class="notice notice-bad" role="alert"><p>Remove the connection between <?cs var:Customer.name ?> and <?cs var:Other.name ?>
? It disappears from both records. Both customers stay.</p><button class="btn" form="connections-form" name="remove"
value="<?cs var:Other.id ?>">Remove</button><button class="btn btn-quiet" type="button" popovertarget="sure" popovertargetaction="hide">Cancel</button></div>
</div>
<?cs /if ?>
</div>
<footer class="d-foot">
<?cs if:Customer.customer_type == "business" && May.customer_edit ?><label class="row"><input type="checkbox" form="connections-form" name="primary_contact"
value="<?cs var:Other.id ?>"<?cs if:Other.is_primary == "1" ?> checked disabled<?cs /if ?>>Primary Contact</label><?cs if:Other.is_primary == "1" ?>
<span class="hint">To change it, open the one who takes over.</span><?cs /if ?>
<span class="hint" role="status" data-pending hidden>Not saved yet: it counts once the list is saved.</span><?cs /if ?>
<a class="btn btn-primary end" href="<?cs var:Page.base ?>/customer/<?cs var:Other.id ?>/overview">View <?cs if:Other.customer_type == "business" ?>
Business<?cs else ?>Individual<?cs /if ?></a>
</footer>
</div>
</dialog>
</body>
</html>
