<?cs # How the customer is reached: shared by the Customer Summary card and the Quick Look. ?>
<?cs def:name_line(heading) ?>
<div class="row"><?cs if:heading ?><h1><?cs var:Customer.name ?></h1><?cs else ?><strong><?cs var:Customer.name ?></strong><?cs /if ?>
<?cs if:Customer.inactive == "1" ?><span class="chip chip-warn"><?cs call:icon("archive") ?>Inactive</span><?cs /if ?>
<?cs if:Customer.no_email ?><span class="chip chip-warn"><?cs call:icon("mail") ?>No Email</span><?cs /if ?>
<?cs if:Customer.no_mail ?><span class="chip chip-warn"><?cs call:icon("mail") ?>No Mail</span><?cs /if ?>
<?cs if:Customer.no_phone_calls ?><span class="chip chip-warn"><?cs call:icon("phone") ?>No Phone Calls</span><?cs /if ?></div>
<p class="muted">Customer <?cs var:Customer.id ?> &middot; <?cs var:Customer.type_label ?>
<?cs if:Customer.preferred_label ?> &middot; Prefers <?cs var:Customer.preferred_label ?><?cs /if ?></p>
<?cs /def ?>

<?cs def:reach(class) ?>
<ul class="list <?cs var:class ?>">
<?cs if:Customer.phone ?><li><?cs call:icon("phone") ?><a href="tel:<?cs var:Customer.dial ?>"><?cs var:Customer.phone ?>
</a><span class="muted"><?cs var:Customer.phone_label ?></span></li><?cs /if ?>
<?cs if:Customer.primary_email ?><li><?cs call:icon("mail") ?><a href="mailto:<?cs var:Customer.primary_email ?>"><?cs var:Customer.primary_email ?>
</a></li><?cs /if ?>
<?cs if:Customer.primary_address ?><li><?cs call:icon("pin") ?><?cs var:Customer.primary_address ?></li><?cs /if ?>
<?cs if:!Customer.phone && !Customer.primary_email && !Customer.primary_address ?><li class="muted">No phone, e-mail or address yet.</li><?cs /if ?>
</ul>
<?cs /def ?>
