<?cs include:"error/page.cs" ?>
<?cs if:Error.schema ?>
<?cs call:error("Upcard is being brought up to date",
	"The pages and the database are not of the same version yet, and nothing was lost. If it stays so, tell your administrator the number below.") ?>
<?cs else ?>
<?cs call:error("Upcard cannot reach its database right now",
	"This is not caused by anything you did, and nothing was lost. It usually works again within a minute.") ?>
<?cs /if ?>
