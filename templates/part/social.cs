<?cs # Public accounts of a customer. Links were held to http and https when they were found (rules/finding.c). ?>
<?cs def:profile_link(one) ?><a href="<?cs var:one.link ?>" target="_blank" rel="noopener noreferrer nofollow"><?cs var:one.handle ?></a><?cs /def ?>
