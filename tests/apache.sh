# shellcheck shell=bash
# Pages, programs and Apache of a private Upcard. Sourced by tests/env.sh, whose names it uses.

# Where Apache finds programs and pages: in place, or, when its user cannot enter the source folder
# (a clone below /root), copied beside the data.
env_pages() {
	env_site=$env_src
	env_programs=$(realpath -m "${PROGRAMS:-$BUILD}")
	env_image=$BUILD/upcard-image
	if ((!EUID)) && ! env_as "$env_site_user" test -r "$env_src/htdocs/.htaccess" -a -r "$env_src/templates" \
		-a -x "$env_programs/desk.fcgi" -a -x "$env_image"; then
		env_site=$UPCARD_DATA/site
		rm -rf "$env_site"
		mkdir -p "$env_site/programs"
		cp -R "$env_src/htdocs" "$env_src/templates" "$env_site"
		cp "$env_programs"/*.fcgi "$env_image" "$env_site/programs"
		chmod -R u=rwX,go=rX "$env_site"
		env_programs=$env_site/programs
		env_image=$env_site/programs/upcard-image
	fi
	env_conf upcard "$(env_password)" | env_file "$UPCARD_CONF" 600
}

env_modules_loaded() {
	local name mode=$1
	for name in mpm_event authz_core unixd log_config mime dir alias env setenvif rewrite headers filter deflate \
		"$mode"; do
		[[ -f /usr/lib/apache2/modules/mod_$name.so ]] && # some are compiled in
			echo "LoadModule ${name}_module /usr/lib/apache2/modules/mod_$name.so"
	done
}

env_apache_fcgid() {
	local name
	cat <<-END
		FcgidIPCDir "$env_run/web/socket"
		FcgidProcessTableFile "$env_run/web/table"
		FcgidMaxProcessesPerClass 32
		FcgidMinProcessesPerClass 32
		FcgidMaxProcesses 100
		FcgidSpawnScoreUpLimit 100
		FcgidMaxRequestsPerProcess 200000
		FcgidMaxRequestLen 6291456
		FcgidIOTimeout 60
		FcgidBusyTimeout 90
		FcgidInitialEnv UPCARD_CONF "$UPCARD_CONF"
	END
	for name in ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS; do
		[[ -z ${!name:-} ]] || echo "FcgidInitialEnv $name \"${!name}\""
	done
}

env_apache_cgi() {
	echo "ScriptSock \"$env_run/web/cgid\""
	echo "SetEnv UPCARD_CONF \"$UPCARD_CONF\""
	echo 'PassEnv ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS'
}

# Of a server of its own, as conf/apache-fcgid.conf: the rules are read once, and an address leads straight to its program.
env_apache_own() {
	cat <<-END
		RedirectMatch 303 "^/\$" /session
		AliasMatch "^/(lookup(?:/.*)?)\$" "$env_programs/lookup.fcgi/\$1"
		AliasMatch "^/((?!(?:cgi-bin|error|js|vendor)(?:/|\$))[a-z]+(?:/.*)?)\$" "$env_programs/desk.fcgi/\$1"
		<Directory "$env_site/htdocs">
			Options FollowSymLinks
			AllowOverride None
			Require all granted
		</Directory>
	END
}

# Of a shared host: htdocs/.htaccess is read with every request, and rewrites the address.
env_apache_shared() {
	cat <<-END
		<Directory "$env_site/htdocs">
			Options FollowSymLinks
			AllowOverride All
			Require all granted
		</Directory>
	END
}

# env_apache_options PORT: the site's rules are htdocs/.htaccess on every kind of host. Included here they also hold for
# the programs and for requests refused before any folder is looked at. MODE=cgi is a shared host, else it is an own server.
env_apache_options() {
	local module=fcgid handler=fcgid-script
	[[ ${MODE:-fcgid} != cgi ]] || { module=cgid && handler=cgi-script; }
	env_modules_loaded "$module"
	((EUID)) || printf 'User %s\nGroup %s\n' "$env_site_user" "$(id -gn "$env_site_user")"
	cat <<-END
		ServerRoot "$UPCARD_DATA"
		ServerName 127.0.0.1
		Listen 127.0.0.1:$1
		PidFile "$env_run/web/apache.pid"
		Mutex posixsem
		ServerLimit 1
		ThreadsPerChild 32
		MinSpareThreads 8
		MaxRequestWorkers 32
		AsyncRequestWorkerFactor 10
		DefaultRuntimeDir "$env_run/web"
		ErrorLog "$env_log/apache-error.log"
		ErrorLogFormat "[%t] [%l] [pid %P] %E: %M"
		# No query strings: what people search for stays out of the logs.
		LogFormat "%h %t \"%m %U\" %>s %b" plain
		CustomLog "$env_log/access.log" plain
		ServerTokens Prod
		ServerSignature Off
		TraceEnable Off
		TypesConfig /dev/null
		AddType text/html .html
		AddType text/css .css
		AddType text/javascript .js
		AddType image/svg+xml .svg
		AddType image/png .png
		DeflateWindowSize 13
		DeflateMemLevel 6
		AddDefaultCharset UTF-8
		AddCharset UTF-8 .css .js .svg
		# httpoxy
		RequestHeader unset Proxy early
		DocumentRoot "$env_site/htdocs"
		Include "$env_site/htdocs/.htaccess"
		Alias "/cgi-bin/" "$env_programs/"
		<Directory "/">
			AllowOverride None
			Require all denied
		</Directory>
		<Directory "$env_programs">
			Options ExecCGI FollowSymLinks
			AllowOverride None
			AddHandler $handler .fcgi
			<FilesMatch "^[a-z]+\.fcgi\$">
				Require all granted
			</FilesMatch>
		</Directory>
	END
	if [[ $module == cgid ]]; then
		env_apache_shared && env_apache_cgi
	else
		env_apache_own && env_apache_fcgid
	fi
}

# The first line of the answer to GET PATH.
env_status() {
	local line
	exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
	printf 'GET %s HTTP/1.0\r\n\r\n' "$2" >&3
	read -r line <&3
	exec 3>&-
	echo "$line"
}

env_answers() {
	[[ $(env_status "$1" /session) == HTTP/1.?' '[234]* ]]
}

# env_apache_start PORT: needs env_database_start.
env_apache_start() {
	rm -rf "$env_run/web"
	mkdir -m 711 -p "$env_run/web" "$env_run/web/socket"
	chown "$env_site_user" "$env_run/web/socket"
	export UPCARD_URL=http://127.0.0.1:$1
	env_stand_in_start
	env_pages
	env_apache_options "$1" >"$UPCARD_DATA/apache.conf"
	setsid apache2 -f "$UPCARD_DATA/apache.conf" -DFOREGROUND >>"$env_log/apache.log" 2>&1 </dev/null 9>&- &
	env_apache_pid=$!
	env_until 20 "$env_apache_pid" env_port_taken "$1" || {
		tail -n 3 "$env_log/apache.log" >&2
		env_fail "Apache did not start, see $env_log/apache.log and $env_log/apache-error.log"
	}
	env_answers "$1" || env_fail "the programs do not answer, see $env_log/apache-error.log"
}
