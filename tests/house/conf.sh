#!/usr/bin/env bash
# Every file of conf/ starts the real Apache, on a machine set up as the file says, and the sign-in page comes through
# it; upcard.conf.example is what the programs read meanwhile. Only paths, names and ports are other ones.
set -uo pipefail
. tests/env.sh
env_folder "$UPCARD_DATA"
env_pages # sets env_site and env_programs
work=$env_run/conf
bad=0
say() { echo "not ok - $1"; bad=1; }

# the way to load a file, a function below; a new file needs a line
declare -A way=([apache-fcgid.conf]=own_server [apache-proxy-fcgi.conf]=socket_server [cgi.htaccess]=shared_host)

# modules FILE...: what Debian switches on by itself (a part is compiled in), and what the files' a2enmod lines name
modules() {
	local name
	for name in mpm_event authn_core authz_core authz_host alias autoindex deflate dir env filter mime negotiation \
		setenvif status reqtimeout unique_id $(sed -n 's/.*a2enmod \([a-z0-9_ ]*\).*/\1/p' "$@"); do
		echo "$name"
	done | sort -u | while read -r name; do
		[[ ! -f /usr/lib/apache2/modules/mod_$name.so ]] ||
			echo "LoadModule ${name}_module /usr/lib/apache2/modules/mod_$name.so"
	done
}

# What /etc/apache2/apache2.conf says in front of any site.
server() {
	((EUID)) || printf 'User %s\nGroup %s\n' "$env_site_user" "$(id -gn "$env_site_user")"
	cat <<-END
		ServerRoot "$work"
		ServerName localhost
		DefaultRuntimeDir "$work"
		PidFile "$work/apache.pid"
		Mutex posixsem
		TypesConfig /etc/mime.types
		ErrorLog "$work/error.log"
		ServerLimit 1
		ThreadLimit 128
		ThreadsPerChild 128
		MinSpareThreads 32
		MaxRequestWorkers 128
		AsyncRequestWorkerFactor 4
		Define APACHE_LOG_DIR "$work"
		Listen 127.0.0.1:$plain
		Listen 127.0.0.1:$secure
		<Directory "/">
			AllowOverride None
			Require all denied
		</Directory>
	END
}

# The lines of standard input with the places of this machine.
here() {
	sed -e "s,/usr/local/share/upcard/htdocs,$env_site/htdocs,; s,/usr/local/libexec/upcard\b,$env_programs,
		s,/etc/upcard\.conf,$work/upcard.conf,; s,/run/upcard/,$work/,g
		s,/etc/ssl/certs/desk[a-z.]*,$work/good.pem,; s,/etc/ssl/private/desk[a-z.]*,$work/good.key,
		s,desk\.example\.com,localhost,; s,\*:80>,*:$plain>,; s,\*:443>,*:$secure>,"
}

own_server() {
	modules "$1" >"$work/apache.conf"
	server >>"$work/apache.conf"
	here <"$1" >>"$work/apache.conf"
}

# Its lines take the place of some of own_server's, as its first lines say.
socket_server() {
	local own=conf/apache-fcgid.conf name
	modules "$own" "$1" | grep -v fcgid_module >"$work/apache.conf"
	server >>"$work/apache.conf"
	sed -e "/^\tAlias /{r $1" -e 'd}; /^\t<Directory .*libexec/,/^\t<\/Directory>/d; /^\t*Fcgid/d' "$own" |
		here >>"$work/apache.conf"
	for name in $(grep -v '^#' "$1" | grep -oE '/run/upcard/[a-z]+\.sock' | sort -u); do
		listen "$(basename "$name" .sock)" "$(sed -n 's/.* -F \([0-9]*\) .*/\1/p' "$1")"
	done
}

# listen NAME COUNT: so many processes of that program at a socket of its own, as spawn-fcgi and multiwatch start them.
listen() {
	# shellcheck disable=SC2016 # perl's own
	UPCARD_CONF=$work/upcard.conf setsid perl -MIO::Socket::UNIX -e 'use POSIX;
		my ($socket, $user, $program, $count) = @ARGV;
		my $listening = IO::Socket::UNIX->new(Local => $socket, Listen => 64) or die "$socket: $!";
		chmod 0600, $socket;
		my ($uid, $gid) = (getpwnam $user)[2, 3];
		chown $uid, $gid, $socket;
		POSIX::dup2(fileno $listening, 0);
		if (!$<) { $( = $) = "$gid $gid"; $< = $> = $uid; }
		while (--$count) { fork or last; }
		exec $program or die "$program: $!"' \
		"$work/$1.sock" "$env_site_user" "$env_programs/$1.fcgi" "$2" >>"$work/error.log" 2>&1 &
	started+=($!)
}

# A folder of somebody's on a host where only .htaccess can be written.
shared_host() {
	mkdir "$work/site"
	cp -R "$env_site/htdocs/." "$work/site"
	mkdir "$work/site/cgi-bin"
	cp "$env_programs"/*.fcgi "$work/site/cgi-bin"
	here <"$1" | cat - "$env_site/htdocs/.htaccess" >"$work/site/.htaccess"
	modules <(echo a2enmod cgid headers rewrite ssl) >"$work/apache.conf"
	server >>"$work/apache.conf"
	cat >>"$work/apache.conf" <<-END
		ScriptSock "$work/cgid"
		SetEnv UPCARD_CONF "$work/upcard.conf"
		DocumentRoot "$work/site"
		<Directory "$work/site">
			AllowOverride All
			Require all granted
		</Directory>
		<VirtualHost *:$secure>
			SSLEngine on
			SSLCertificateFile "$work/good.pem"
			SSLCertificateKeyFile "$work/good.key"
		</VirtualHost>
	END
}

# The example, with what this machine must say otherwise.
example() {
	sed "$(sed -n 's/^\([a-z_.]*\) = \(.*\)/s,^\1 = .*,\1 = \2,/p' "$UPCARD_CONF")" upcard.conf.example |
		env_file "$work/upcard.conf" 600
}

# answer URL: status, address it leads to, and the page's title
answer() {
	curl --silent --show-error --max-time 20 --cacert "$work/ca.pem" --output "$work/page" \
		--write-out '%{http_code} %{redirect_url} ' "$1" &&
		tr -d '\0' <"$work/page" | sed -n 's,.*<title>\(.*\)</title>.*,\1,p'
}

# load FILE
load() {
	local pid found
	rm -rf "$work" && mkdir -m 711 "$work" && tests/stand-in/certificates.sh "$work" && example
	plain=$(env_free_port) secure=$(env_free_port) started=()
	"${way[$(basename "$1")]}" "$1"
	if ! found=$(apache2 -t -f "$work/apache.conf" 2>&1); then
		say "$1 is refused: $found"
	else
		setsid apache2 -f "$work/apache.conf" -DFOREGROUND >>"$work/error.log" 2>&1 </dev/null &
		started+=($!)
		env_until 20 $! env_port_taken "$secure" || say "$1: Apache does not start"
		found=$(answer "http://localhost:$plain/session" 2>&1)
		[[ $found == 30[18]" https://localhost"* ]] || say "$1 does not lead to https: $found"
		found=$(answer "https://localhost:$secure/session" 2>&1)
		[[ $found == "200  Sign in"* ]] || say "$1 does not show the sign-in: $found"
		[[ $1 == *.htaccess ]] || # it cannot bound connections, and says so
			found=$(node tests/house/slow.mjs "$secure" 2>&1) || say "$1: 64 slow connections stop the desk: $found"
		((!bad)) || sed 's/^/# /' "$work/error.log"
	fi
	for pid in ${started[@]+"${started[@]}"}; do env_end "$pid" 15; done
}

for file in conf/* conf/.[!.]*; do
	[[ -e $file ]] || continue
	if [[ -n ${way[$(basename "$file")]:-} ]]; then load "$file"; else say "$file: nothing here loads it"; fi
done
rm -rf "$work"
((bad)) || echo "ok - every file of conf/ serves the sign-in, with upcard.conf.example"
exit $bad
