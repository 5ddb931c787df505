# shellcheck shell=bash
# Starts and stops the stand-in for the outside providers. Sourced by tests/env.sh.

env_stand_in_pid=

# env_stand_in_start: needs env_folder. Sets env_stand_in_port and, for tests, UPCARD_STAND_IN (its folder, with ca.pem,
# requests.log and `ready`, a line with its three ports).
env_stand_in_start() {
	export UPCARD_STAND_IN=$UPCARD_DATA/stand-in
	mkdir -p -m 711 "$UPCARD_STAND_IN"
	"$env_src/tests/stand-in/certificates.sh" "$UPCARD_STAND_IN" >"$env_log/stand-in.log" 2>&1 ||
		env_fail "the stand-in's certificates could not be made, see $env_log/stand-in.log"
	rm -f "$UPCARD_STAND_IN/requests.log"
	setsid node "$env_src/tests/stand-in/server.mjs" "$UPCARD_STAND_IN" >"$UPCARD_STAND_IN/ready" \
		2>>"$env_log/stand-in.log" </dev/null 9>&- &
	env_stand_in_pid=$!
	env_until 20 "$env_stand_in_pid" grep -q '^ready ' "$UPCARD_STAND_IN/ready" ||
		env_fail "the stand-in did not start, see $env_log/stand-in.log"
	echo "$env_stand_in_pid" >"$env_run/stand-in.pid"
	read -r _ env_stand_in_port _ <"$UPCARD_STAND_IN/ready"
	chmod 644 "$UPCARD_STAND_IN/ca.pem"
}

# The lines of upcard.conf that lead the look-ups to the stand-in; none when it does not run.
env_stand_in_conf() {
	[[ -n $env_stand_in_pid ]] || return 0
	cat <<-END
		outside.ca = $UPCARD_STAND_IN/ca.pem
		outside.demo = https://localhost:$env_stand_in_port
		gravatar.key = demo
		fullcontact.key = demo
		peopledata.key = demo
	END
}

env_stand_in_stop() {
	[[ -z $env_stand_in_pid ]] || env_end "$env_stand_in_pid" 5
	env_stand_in_pid=
}
