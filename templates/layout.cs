<?cs # What every page has around it. page_open(title) ... page_close() for people who are signed in,
     lone_open(title) ... lone_close() for pages that stand alone. ?>

<?cs # Where the name stands in place, as in call:icon("x"), part/icon.cs is put in when the template is loaded. ?>
<?cs def:icon(name) ?><?cs include:"part/icon.cs" ?><?cs /def ?>

<?cs # One thing a script of htdocs/js does for a page or part: it is loaded where that is. Who opens a pop-up loads the
     pop-up's, so that they are there when it arrives. ?>
<?cs def:script(name) ?><script src="<?cs var:Page.base ?>/js/<?cs var:name ?>.js" type="module"></script>
<?cs /def ?>

<?cs # Pop-ups without a new page. ?>
<?cs def:pop_ups() ?>
<script src="<?cs var:Page.base ?>/vendor/htmx.min.js" defer></script>
<?cs call:script("pop_up") ?>
<?cs call:script("refused") ?>
<template data-no-answer><p class="toast toast-bad" role="alert">The server did not answer. Nothing was lost; check the connection and try again.</p></template>
<?cs /def ?>

<?cs include:"form.cs" ?>

<?cs def:head(title) ?><!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?cs var:title ?> - Upcard</title>
<link rel="icon" href="<?cs var:Page.base ?>/favicon.svg">
<link rel="stylesheet" href="<?cs var:Page.base ?>/app.css">
<meta name="htmx-config"
content="{&quot;includeIndicatorStyles&quot;:false,&quot;allowEval&quot;:false,&quot;historyEnabled&quot;:false,&quot;defaultSettleDelay&quot;:0}">
<?cs if:Ssn.seconds ?>
<noscript><meta http-equiv="refresh" content="<?cs var:Ssn.seconds ?>;url=<?cs var:Page.base ?>/customer/<?cs var:Customer.id ?>/details"></noscript><?cs /if ?>
</head>
<?cs /def ?>

<?cs def:find_a_customer() ?>
<?cs call:ask_open("find-anywhere", "search", "/customers") ?>
<?cs call:icon("search") ?>
<input type="search" name="search" aria-label="Find a customer" placeholder="Find a customer" autocomplete="off" enterkeyhint="search">
</form>
<?cs /def ?>

<?cs def:my_account() ?>
<button class="btn btn-quiet" type="button" popovertarget="my-account"><span class="avatar avatar-s" aria-hidden="true"><?cs var:Page.initials ?>
</span><?cs var:Page.first_name ?><?cs call:icon("down") ?></button>
<div class="panel" id="my-account" popover>
<a class="item" href="<?cs var:Page.base ?>/session/account">Edit Profile</a>
<a class="item" href="<?cs var:Page.base ?>/session/account#preferences">Preferences</a>
<?cs call:form_open("sign-out", "", "/session/out") ?><button class="item">Logout</button></form>
</div>
<?cs /def ?>

<?cs # behind: the page lies inert behind a dialog ?>
<?cs def:app_open(title, behind) ?>
<?cs call:head(title) ?>
<body>
<a class="skip" href="#main">Skip to content</a>
<?cs call:script("guard") ?>
<?cs call:script("menu") ?>
<div class="app"<?cs if:behind ?> inert<?cs /if ?>>
<header class="top">
<?cs if:Page.on_search || !May.customer_see ?><p class="muted"><?cs var:Page.dealership ?></p><?cs else ?><?cs call:find_a_customer() ?><?cs /if ?>
<span class="end"></span>
<?cs call:my_account() ?>
</header>
<nav class="nav" aria-label="Applications">
<a class="brand" href="<?cs var:Page.base ?>/" aria-label="Upcard, start page"><?cs call:icon("upcard") ?></a>
<ul>
<?cs if:May.customer_see ?><li><a href="<?cs var:Page.base ?>/customers"<?cs if:!Account.id && !Page.area ?> aria-current="true"<?cs /if ?>
><?cs call:icon("users") ?>Customer</a></li><?cs /if ?>
<?cs if:May.setting_change ?><li><a href="<?cs var:Page.base ?>/setup"<?cs if:Page.area == "setup" ?> aria-current="true"<?cs /if ?>><?cs call:icon("setup") ?>
Setup</a></li><?cs /if ?>
</ul>
</nav>
<main class="main" id="main" tabindex="-1">
<?cs if:behind ?><?cs call:pop_ups() ?><?cs /if ?>
<?cs /def ?>

<?cs def:page_open(title) ?><?cs call:app_open(title, "") ?><?cs /def ?>
<?cs def:behind_open(title) ?><?cs call:app_open(title, "1") ?><?cs /def ?>

<?cs def:app_close() ?>
</main>
</div>
<?cs /def ?>

<?cs # A look-up that was ordered or has news: a link, which a script follows at once when it is running. Its pop-up goes
     where others go. ?>
<?cs def:lookup_notice(id, state, back) ?>
<div class="notice no-print" id="lookup-notice" data-until="social">
<?cs call:script("ticks") ?>
<?cs call:icon("globe") ?>
<p><?cs if:state == "waiting" ?>A provider was still searching social media for this customer.<?cs elif:state == "news" ?>
A provider has sent what it found about this customer.<?cs else ?>Social media is <?cs if:state == "ordered" ?>about to be<?cs else ?>
being<?cs /if ?> searched for this customer<?cs if:Page.demo ?>
 (demo look-ups)<?cs /if ?>.<?cs /if ?></p>
<a class="end" href="<?cs var:Page.base ?>/lookup/<?cs var:id ?><?cs if:back ?>?back=<?cs var:back ?><?cs /if ?>"
hx-get="<?cs var:Page.base ?>/lookup/<?cs var:id ?><?cs if:back ?>?back=<?cs var:back ?><?cs /if ?>"
hx-target="#dialogs" hx-select="#social"<?cs if:state == "ordered" ?> hx-trigger="load, click"<?cs /if ?>>See what was found</a>
</div>
<?cs /def ?>

<?cs # What was done, and what is worth a look. ?>
<?cs def:messages() ?>
<?cs if:Page.done ?><div class="message" role="status" data-message><p class="toast"><?cs call:icon("check") ?><span><b>Success</b> <?cs
if:Done.id ?><?cs var:Done.before ?><a href="<?cs var:Page.base ?>/customer/<?cs var:Done.id ?>/overview"><?cs var:Done.name ?></a><?cs var:Done.after ?><?cs
elif:Done.name ?><?cs var:Done.before ?><?cs var:Done.name ?><?cs var:Done.after ?><?cs else ?><?cs var:Page.done ?><?cs /if ?>
<?cs if:Page.kept ?> <?cs var:Page.kept ?> meanwhile; that is kept as well.<?cs /if ?>
<?cs if:Page.warn ?> <span class="warn"><?cs call:icon("alert") ?> <?cs var:Page.warn ?></span><?cs /if ?>
</span><a href="?<?cs if:Find.sealed ?>find=<?cs var:Find.sealed ?><?cs /if ?>" aria-label="Dismiss"><?cs call:icon("x") ?></a></p></div>
<?cs call:script("message") ?>
<?cs /if ?>
<?cs /def ?>

<?cs def:page_close() ?>
<?cs call:app_close() ?>
<?cs call:messages() ?>
<div id="dialogs"></div>
</body>
</html>
<?cs /def ?>

<?cs def:lone_open(title) ?>
<?cs call:head(title) ?>
<body>
<div class="lone">
<header class="brand"><?cs call:icon("upcard") ?>Upcard</header>
<main>
<?cs /def ?>

<?cs def:lone_close() ?>
</main>
</div>
</body>
</html>
<?cs /def ?>
