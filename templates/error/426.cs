<?cs include:"error/page.cs" ?>
<?cs call:error("Upcard needs a safe connection",
	"This address was opened without https. Type https:// in front of it, or ask your administrator to set it up.") ?>
