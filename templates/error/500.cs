<?cs include:"error/page.cs" ?>
<?cs call:error("Something broke in Upcard",
	"This is not caused by anything you did, and nothing half done was kept. If it happens again, tell your administrator the request number below.") ?>
