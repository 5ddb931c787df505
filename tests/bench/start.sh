# shellcheck shell=bash
# An Upcard to be measured: built, filled and started; sourced by run and instructions after tests/env.sh.
# They set work (a temporary folder) and may set data.

bench_first=1

bench_build() {
	env_packages "$work/packages.log" "${env_run_packages[@]}" curl ${1:+"$1"}
	env_modules "$work/npm.log" --omit=dev
	echo "Building ..."
	env_build "$work/build.log" bench
	mkdir -p "$work/programs"
	cp "$BUILD"/*.fcgi "$BUILD"/tests/bench/*.fcgi "$work/programs"
	chmod 755 "$work/programs"
}

bench_dirty() {
	env_sql -e "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'Innodb_buffer_pool_pages_dirty'"
}

# Until MariaDB has written what was filled in: its work afterwards is that of the pages.
bench_settle() {
	local tries=0
	env_sql -e 'SET GLOBAL innodb_max_dirty_pages_pct = 0, GLOBAL innodb_max_dirty_pages_pct_lwm = 0'
	while (($(bench_dirty) > 10 && tries++ < 300)); do sleep 1; done
	env_sql -e 'SET GLOBAL innodb_max_dirty_pages_pct = 90'
	sync
}

# bench_start CUSTOMERS: MariaDB and Apache with that many.
bench_start() {
	export PROGRAMS=$work/programs
	env_database_start "${data:-$work/data}"
	UPCARD_ROOT_SOCKET=$UPCARD_SOCKET "$BUILD/tests/demo/fill" "$1" || env_fail "the customers could not be added"
	env_sql upcard -e 'ANALYZE TABLE customer, contact, search_key, activity' >/dev/null
	bench_settle
	env_apache_start "$(env_free_port)"
	[[ ${task:-smoke} == smoke ]] || bin/upcard-warm 32 "$UPCARD_URL" --no-defaults --socket="$UPCARD_SOCKET"
}

bench_stop() {
	env_stop
}

# bench_node TASK: the servers are measured by that script.
bench_node() {
	local script=$1
	[[ $1 != smoke ]] || script=measure
	BENCH_HEAD=$bench_first BENCH=$(printf '{"servers":{"apache":%d,"database":%d},"seconds":%s,"connections":[%s],' \
		"$env_apache_pid" "$env_database_pid" "$seconds" "$connections"
		printf '"work":"%s","build":"%s","csv":"%s","smoke":%s,"number":%d}' \
			"$work" "$BUILD" "$out/bench.csv" "$([[ $1 == smoke ]] && echo true || echo false)" "${number:-0}") \
		node "tests/bench/$script.mjs"
	bench_first=
}
