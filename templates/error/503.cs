<?cs include:"error/page.cs" ?>
<?cs call:error("Upcard cannot reach its database right now", "This is not caused by anything you did, and nothing was lost. It usually works again within a minute.") ?>
