<?cs include:"error/page.cs" ?>
<?cs call:error("That is too much at once", "What you sent is larger than a form can be. Go back and shorten it.") ?>
