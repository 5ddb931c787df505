<?cs include:"error/page.cs" ?>
<?cs call:error("Please sign in", "Your session has ended. Sign in and go on where you were.") ?>
