#!/usr/bin/env bash
# Certificates for the stand-in: certificates.sh DIR
# Makes, unless they are there and hold for 30 more days: ca.pem, the test authority; good, signed by it for
# localhost; untrusted, for localhost but signed by somebody nobody knows; elsewhere, signed by it for another
# host. The authorities' keys are thrown away, so nothing else can ever be signed with them.
set -euo pipefail

dir=${1:?usage: certificates.sh DIR}
names=(good untrusted elsewhere)
month=$((30 * 24 * 3600))

fresh() {
	local name
	for name in ca "${names[@]}"; do
		openssl x509 -in "$dir/$name.pem" -noout -checkend "$month" >/dev/null 2>&1 || return 1
		[[ $name == ca || -s $dir/$name.key ]] || return 1
	done
}

# settings HOST: a file of our own, as the one of the machine may say anything
settings() {
	cat <<-ENDS
		[req]
		distinguished_name = subject
		prompt = no
		[subject]
		O = Upcard tests
		CN = $1
		[authority]
		basicConstraints = critical, CA:TRUE
		keyUsage = critical, keyCertSign, cRLSign
		subjectKeyIdentifier = hash
		[server]
		basicConstraints = critical, CA:FALSE
		keyUsage = critical, digitalSignature
		extendedKeyUsage = serverAuth
		subjectKeyIdentifier = hash
		authorityKeyIdentifier = keyid
		subjectAltName = DNS:$1
	ENDS
}

# make NAME KIND HOST [SIGNED BY]
make() {
	local signed=()
	[[ -z ${4:-} ]] || signed=(-CA "$work/$4.pem" -CAkey "$work/$4.key")
	settings "$3" >"$work/settings"
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days 365 \
		-config "$work/settings" -extensions "$2" ${signed[@]+"${signed[@]}"} \
		-keyout "$work/$1.key" -out "$work/$1.pem" 2>"$work/said" || { cat "$work/said" >&2; exit 1; }
}

mkdir -p "$dir"
exec 9<"$dir"
flock 9 # two test runs that start together must not mix their files
! fresh || exit 0
work=$(mktemp -d "$dir/.new.XXXXXX")
trap 'rm -rf "$work"' EXIT
umask 077
make ca authority "Upcard test authority"
make stranger authority "A stranger's authority"
make good server localhost ca
make untrusted server localhost stranger
make elsewhere server elsewhere.example ca
chmod 644 "$work"/*.pem
rm -f "$dir/ca.pem" # it comes last, so that fresh() never takes half of them for all
for name in "${names[@]}"; do
	mv -f "$work/$name.pem" "$work/$name.key" "$dir"
done
mv -f "$work/ca.pem" "$dir"
