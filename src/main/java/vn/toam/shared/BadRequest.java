package vn.toam.shared;

/** No page can mean what was sent: a sign that no text holds, a number or day that no thing has. Answered with 400, never worked on. */
public class BadRequest extends RuntimeException {

    public BadRequest(String what) {
        super(what, null, false, false);
    }
}
