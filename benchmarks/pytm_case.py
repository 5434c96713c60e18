"""The reference case as a pytm model: what that tool can say of it."""

from pytm import TM, Actor, Boundary, Dataflow, Datastore, Server

tm = TM("doctolib-2019")
tm.description = "The reference case, for comparison"
internet, france, amazon = Boundary("Internet"), Boundary("France"), Boundary("Amazon")
patient, practices = Actor("Patients"), Actor("Practices")
patient.inBoundary = practices.inBoundary = internet
platform = Server("Platform")
platform.inBoundary = france
hosts = [Datastore(name) for name in ("Coreye", "AZ Network", "AWS")]
hosts[0].inBoundary = hosts[1].inBoundary = france
hosts[2].inBoundary = amazon
for source, target, name in (
    (patient, platform, "booking"),
    (platform, practices, "diary"),
    *((platform, host, "storage") for host in hosts),
):
    flow = Dataflow(source, target, name)
    flow.protocol = "HTTPS"
    flow.isEncrypted = True

if __name__ == "__main__":
    tm.process()
