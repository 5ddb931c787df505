<?cs include:"error/page.cs" ?>
<?cs call:error("That cannot be done here", "This address does not take that kind of request. Start again from the start page.") ?>
