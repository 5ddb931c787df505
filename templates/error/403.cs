<?cs include:"error/page.cs" ?>
<?cs if:Error.token ?><?cs call:error("This form is out of date", "You signed in again after it was opened, or it did not come from Upcard.") ?><?cs else ?>
<?cs call:error("You may not do that", "Your role does not include this. Ask your manager if you need it.") ?><?cs /if ?>
