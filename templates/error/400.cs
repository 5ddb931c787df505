<?cs include:"error/page.cs" ?>
<?cs call:error("Upcard could not read that", "What the browser sent was not whole. Go back and send it once more.") ?>
