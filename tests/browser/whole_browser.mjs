// Imported in front of desk.mjs: the whole browser, for chromium-headless-shell keeps no page for Back.
process.env.CHROMIUM ||= "/usr/bin/chromium";
