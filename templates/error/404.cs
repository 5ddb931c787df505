<?cs include:"error/page.cs" ?>
<?cs call:error("Not found", "There is no such page or customer. The address may be mistyped.") ?>
