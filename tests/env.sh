# shellcheck shell=bash
# Starts and stops a private Upcard: packages, build, MariaDB, Apache. Sourced by ./run, ./check and the
# test runners, so that there is one way. What a test runner needs:
#
#   env_start DIR [PORT]   MariaDB + Apache in DIR (made when missing), with the demo people
#   env_stop               stops what env_start or env_database_start started
#   env_database_start DIR MariaDB alone
#   env_database NAME      a fresh database NAME with schema.sql in it; sets UPCARD_TEST_CONF
#
# They export UPCARD_URL (no slash at the end), UPCARD_CONF, UPCARD_DATA and UPCARD_SOCKET
# (mariadb --no-defaults --socket="$UPCARD_SOCKET" signs in with every right).
# Read from the environment:
#   BUILD=DIR     the build folder, default var/build
#   PROGRAMS=DIR  where the *.fcgi are, default BUILD (put wrappers there to run them under another program)
#   MODE=cgi      plain CGI instead of mod_fcgid
#   ASAN_OPTIONS, UBSAN_OPTIONS, LSAN_OPTIONS are passed on to the programs.
# Every process is started in a group of its own and ended by that group, never by name.

umask 022 # what is made here must be readable to the users the servers run as; secrets get a mode of their own
env_src=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$(realpath -m "${BUILD:-$env_src/var/build}")
env_database_pid=
env_apache_pid=
export BUILD
. "$env_src/tests/apache.sh"
. "$env_src/tests/stand-in/start.sh"

env_run_packages=(gcc libc6-dev make autoconf automake pkg-config ca-certificates tzdata
	libfcgi-dev clearsilver-dev libmariadb-dev libsodium-dev libutf8proc-dev libzxcvbn-dev python3-zxcvbn zlib1g-dev
	libcurl4-openssl-dev libjansson-dev libgd-dev libseccomp-dev openssl
	apache2-bin libapache2-mod-fcgid mariadb-server-core mariadb-client-core)
# mariadb-client brings mariadb-dump, and no service; chromium keeps pages for Back, as its headless shell does not
env_check_packages=(libapache2-mod-security2 libcmocka-dev valgrind chromium chromium-headless-shell clang libclang-rt-dev mariadb-client curl)

env_fail() {
	echo "upcard: $*" >&2
	exit 1
}

# ---------------------------------------------------------------- packages and build

# env_packages LOG PACKAGE...: installs those that are missing. mariadb-server-core and apache2-bin bring
# the programs without starting services of their own.
env_packages() {
	local log=$1 missing=() name sudo=
	shift
	for name in "$@"; do
		[[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
	done
	command -v node >/dev/null || missing+=(nodejs)
	command -v npm >/dev/null || missing+=(npm) # some packages of nodejs bring it
	((${#missing[@]})) || return 0
	if ((EUID)); then
		command -v sudo >/dev/null ||
			env_fail "these Debian packages are missing; install them as root: ${missing[*]}"
		sudo=sudo
	fi
	echo "Installing packages: ${missing[*]} ..."
	{
		$sudo apt-get update &&
			$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
	} >"$log" 2>&1 </dev/null || env_fail "the packages could not be installed, see $log: ${missing[*]}"
}

# env_modules LOG [--omit=dev]: what package-lock.json names, unless it is there.
env_modules() {
	local log=$1 mark=$env_src/node_modules/.package-lock.json
	shift
	if [[ -f $mark && ! $env_src/package-lock.json -nt $mark ]] &&
		[[ $* == --omit=dev || -d $env_src/node_modules/playwright-core ]]; then
		return 0
	fi
	echo "Fetching page scripts ..."
	(cd "$env_src" && npm ci "$@" --no-audit --no-fund) >"$log" 2>&1 </dev/null ||
		env_fail "npm ci failed, see $log"
	touch "$mark"
}

# env_build LOG TARGET [CONFIGURE OPTION...]: brings BUILD up to date; one at a time a folder.
env_build() {
	local log=$1 target=$2
	shift 2
	mkdir -p "$BUILD"
	(
		flock 8
		if [[ ! -f $env_src/configure || $env_src/configure.ac -nt $env_src/configure ||
			! -f $env_src/Makefile.in || $env_src/Makefile.am -nt $env_src/Makefile.in ]]; then
			(cd "$env_src" && autoreconf --install) || exit 1
		fi
		if [[ -f $BUILD/Makefile ]] && ! grep -qx "abs_top_srcdir = $env_src" "$BUILD/Makefile"; then
			echo "error: $BUILD is built from another folder than $env_src: empty it, or set BUILD"
			exit 1
		fi
		if [[ ! -f $BUILD/Makefile || $env_src/configure -nt $BUILD/config.status ]]; then
			(cd "$BUILD" && "$env_src/configure" --quiet "$@") || exit 1
		fi
		make -C "$BUILD" -j"$(nproc)" "$target"
	) >"$log" 2>&1 8>"$BUILD/.lock" </dev/null || {
		grep -E 'error|Error' "$log" | head -5 >&2 || true
		env_fail "the build failed, see $log"
	}
}

# ---------------------------------------------------------------- folders, users, ports

# Sets the names of everything below the data folder and finds the two users: as root, MariaDB and the
# programs each run as a user that owns nothing else; otherwise both are the person who started this.
env_folder() {
	[[ -d $1 ]] || mkdir -p -m 711 "$1" 2>/dev/null || env_fail "the folder $1 cannot be made"
	UPCARD_DATA=$(cd "$1" && pwd)
	UPCARD_CONF=$UPCARD_DATA/upcard.conf
	env_log=$UPCARD_DATA/log
	env_run=$UPCARD_DATA/run
	# The name of a unix socket has room for 107 characters.
	((${#env_run} < 70)) || env_run=/tmp/upcard-$(sha256sum <<<"$UPCARD_DATA" | cut -c1-16)
	UPCARD_SOCKET=$env_run/db/mariadb.sock
	env_site_user=$(id -un)
	env_db_user=$env_site_user
	if ((!EUID)); then
		env_site_user=www-data
		env_db_user=mysql
		# The account Debian's full server package would make.
		getent passwd mysql >/dev/null ||
			useradd --system --user-group --home-dir /nonexistent --shell /bin/false mysql
		env_as "$env_site_user" test -x "$UPCARD_DATA" && env_as "$env_db_user" test -x "$UPCARD_DATA" ||
			env_fail "the user $env_site_user cannot enter $UPCARD_DATA; choose another folder with --data"
	fi
	mkdir -p "$env_log" "$env_run"
	[[ -O $env_run ]] || env_fail "$env_run belongs to somebody else"
	chmod 700 "$env_log"
	mkdir -p "$env_run/db" "$env_run/web"
	chmod 711 "$env_run" "$env_run/db" "$env_run/web"
	chown "$env_db_user" "$env_run/db"
	export UPCARD_DATA UPCARD_CONF UPCARD_SOCKET
}

# env_as USER COMMAND...: as root, with that user's rights alone.
env_as() {
	local user=$1
	shift
	if ((EUID)); then "$@"; else setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"; fi
}

# Where ./run keeps its data unless told: below the source folder, if the other users can enter it.
env_default_folder() {
	if ((!EUID)) && ! env_as www-data test -x "$env_src"; then echo /var/lib/upcard; else echo "$env_src/var"; fi
}

env_free_megabytes() {
	df --output=avail -m "$1" | tail -n 1
}

env_port_taken() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

env_free_port() {
	local port
	while port=$((20000 + RANDOM % 10000)); do
		env_port_taken "$port" || break
	done
	echo "$port"
}

# ---------------------------------------------------------------- processes

# env_end PID SECONDS: ends that process, then whatever is left of its group.
env_end() {
	local i
	kill -TERM "$1" 2>/dev/null || true
	for ((i = 0; i < $2 * 20; i++)); do
		[[ $(cut -d ' ' -f 3 "/proc/$1/stat" 2>/dev/null) == [!Z] ]] || break # gone, or a zombie
		sleep 0.05
	done
	kill -KILL -- "-$1" 2>/dev/null || true
	wait "$1" 2>/dev/null || true
}

# env_end_left PIDFILE SECONDS: ends what a killed ./run left behind in this data folder, nothing else.
env_end_left() {
	local pid
	pid=$(cat "$1" 2>/dev/null) || return 0
	if [[ $pid =~ ^[0-9]+$ ]] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$UPCARD_DATA/"; then
		env_end "$pid" "$2"
	fi
	rm -f "$1"
}

# Those that a ./run ended by kill -9 could not stop.
env_leftovers() {
	env_end_left "$env_run/web/apache.pid" 15
	env_end_left "$env_run/stand-in.pid" 5
	env_end_left "$env_run/db/mariadb.pid" 60
	rm -f "$UPCARD_SOCKET" "$UPCARD_SOCKET.lock"
}

# env_until SECONDS PID COMMAND...: waits for COMMAND to succeed while PID lives.
env_until() {
	local i seconds=$1 pid=$2
	shift 2
	for ((i = 0; i < seconds * 20; i++)); do
		"$@" >/dev/null 2>&1 && return 0
		kill -0 "$pid" 2>/dev/null || return 1
		sleep 0.05
	done
	return 1
}

# ---------------------------------------------------------------- MariaDB

env_sql() {
	mariadb --no-defaults --socket="$UPCARD_SOCKET" --batch --skip-column-names "$@"
}

env_database_options() {
	cat <<-END
		[mariadbd]
		datadir = $UPCARD_DATA/db
		socket = $UPCARD_SOCKET
		pid-file = $env_run/db/mariadb.pid
		tmpdir = $env_run/db
		user = $env_db_user
		skip-networking
		skip-log-bin
		skip-name-resolve
		performance-schema = OFF
		local-infile = 0
		sql-mode = STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION
		character-set-server = utf8mb4
		collation-server = utf8mb4_unicode_ci
		default-time-zone = +00:00
		innodb-flush-log-at-trx-commit = 1
		innodb-lock-wait-timeout = 5
		innodb-buffer-pool-size = 256M
		max-connections = 300
	END
}

# An empty server. A half-made one (no "made" mark) holds nothing yet and is made anew.
env_database_make() {
	[[ -f $UPCARD_DATA/made ]] && return 0
	[[ ! -e $UPCARD_DATA/db || -f $UPCARD_DATA/making ]] ||
		env_fail "$UPCARD_DATA/db is not Upcard's; choose another folder with --data"
	echo "Creating the database ..."
	: >"$UPCARD_DATA/making"
	rm -rf "$UPCARD_DATA/db"
	mkdir -m 700 "$UPCARD_DATA/db"
	chown "$env_db_user" "$UPCARD_DATA/db"
	# Only the person who starts this may sign in, by who they are on this machine; there is no password.
	mariadb-install-db --defaults-file="$UPCARD_DATA/mariadb.cnf" --user="$env_db_user" \
		--auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
		--skip-test-db >"$env_log/install-db.log" 2>&1 ||
		env_fail "the database could not be created, see $env_log/install-db.log"
}

# env_database_start DIR: MariaDB in that data folder; the first time, the database upcard as well.
env_database_start() {
	env_folder "$1"
	env_leftovers
	env_database_options >"$UPCARD_DATA/mariadb.cnf"
	env_database_make
	setsid mariadbd --defaults-file="$UPCARD_DATA/mariadb.cnf" >>"$env_log/mariadb.log" 2>&1 </dev/null 9>&- &
	env_database_pid=$!
	env_until 60 "$env_database_pid" env_sql -e 'SELECT 1' ||
		env_fail "MariaDB did not start, see $env_log/mariadb.log"
	[[ -f $UPCARD_DATA/made ]] || env_upcard_make
	sha256sum <"$env_src/schema.sql" | cmp -s - "$UPCARD_DATA/made" || env_migrate
}

# env_secret BYTES: that many random bytes in hexadecimal.
env_secret() {
	od -An -v -tx1 -N "$1" /dev/urandom | tr -d ' \n'
}

# env_file PATH MODE: makes the file from standard input for the programs' user alone.
env_file() {
	(umask 077 && cat >"$1.new")
	chown "$env_site_user" "$1.new"
	chmod "$2" "$1.new"
	mv -f "$1.new" "$1"
}

# env_grants DATABASE: the programs' rights, table by table, for what happened is never to be rewritten.
env_grants() {
	env_sql -e "SELECT CONCAT('GRANT SELECT', CASE WHEN table_name = 'migration' THEN ''
			WHEN table_name IN ('activity', 'visit') THEN ', INSERT'
			ELSE ', INSERT, UPDATE, DELETE' END, ' ON \`$1\`.\`', table_name, '\` TO upcard_app@localhost;')
		FROM information_schema.tables WHERE table_schema = '$1' AND table_type = 'BASE TABLE'" | env_sql
}

# This machine's, as the desk is in front of it.
env_time_zone() {
	readlink -f /etc/localtime | sed -n 's,.*/zoneinfo/,,p'
}

# env_conf DATABASE PASSWORD
env_conf() {
	local UPCARD_URL=${UPCARD_URL:-}
	cat <<-END
		# Written by ./run; upcard.conf.example tells what each line means.
		db.socket = $UPCARD_SOCKET
		db.user = upcard_app
		db.password = $2
		db.name = $1
		key.file = $UPCARD_DATA/upcard.key
		template.folder = $env_site/templates
		site.base =
		site.address = $UPCARD_URL
		site.time_zone = $(env_time_zone)
		image.program = $env_image
	END
	env_stand_in_conf
}

env_password() {
	sed -n 's/^db\.password = //p' "$UPCARD_CONF"
}

# env_schema DATABASE: afresh, as schema.sql says, whatever it held.
env_schema() {
	env_sql -e "SET foreign_key_checks = 0; CREATE OR REPLACE DATABASE \`$1\` CHARACTER SET utf8mb4"
	env_sql "$1" <"$env_src/schema.sql" || env_fail "schema.sql could not be loaded"
	env_grants "$1"
}

env_upcard_make() {
	local password
	password=$(env_secret 24)
	echo "$(env_secret 4) $(env_secret 32)" | env_file "$UPCARD_DATA/upcard.key" 400
	env_sql <<<"CREATE OR REPLACE USER upcard_app@localhost IDENTIFIED BY '$password'"
	env_schema upcard
	env_site=$env_src
	env_image=$BUILD/upcard-image
	env_conf upcard "$password" | env_file "$UPCARD_CONF" 600
	"$BUILD/tests/demo/people" >"$env_log/people.log" 2>&1 ||
		env_fail "the demo people could not be added, see $env_log/people.log"
	sha256sum <"$env_src/schema.sql" >"$UPCARD_DATA/made"
	rm -f "$UPCARD_DATA/making"
}

# What was made by an older release becomes this one's.
env_migrate() {
	echo "Bringing the database up to date ..."
	"$BUILD/upcard" migrate --user "$(id -un)" --folder "$env_src/migrations" >"$env_log/migrate.log" 2>&1 </dev/null ||
		env_fail "the database is not this release's: $(tail -n 1 "$env_log/migrate.log")"
	sha256sum <"$env_src/schema.sql" >"$UPCARD_DATA/made"
}

env_database() {
	env_schema "$1"
	export UPCARD_TEST_CONF=$UPCARD_DATA/$1.conf
	sed "s/^db\.name = .*/db.name = $1/" "$UPCARD_CONF" | env_file "$UPCARD_TEST_CONF" 600
}

# ---------------------------------------------------------------- all of it

env_start() {
	env_database_start "$1"
	env_apache_start "${2:-$(env_free_port)}"
}

env_stop() {
	[[ -z $env_apache_pid ]] || env_end "$env_apache_pid" 15
	[[ -z $env_database_pid ]] || env_end "$env_database_pid" 60
	env_stand_in_stop
	env_apache_pid=
	env_database_pid=
	[[ ${env_run:-} != /tmp/upcard-* ]] || rm -rf "$env_run"
}
