<?cs include:"error/page.cs" ?>
<?cs call:error("Upcard could not read that", "The browser did not say how much it would send. Go back and send it once more.") ?>
